using Umbriel.Core.Events;

namespace Umbriel.Formats.Events;

/// <summary>A table with a row an event that takes the columns of <see cref="EventLabelColumns"/>.</summary>
public interface IEventLabelColumns
{
    /// <summary>Adds a column.</summary>
    /// <typeparam name="T">double, long, int or byte.</typeparam>
    /// <param name="name">Name within <c>/events</c>.</param>
    /// <param name="units">Units, empty for none.</param>
    /// <param name="description">One line.</param>
    /// <param name="value">The value of an event.</param>
    void Column<T>(string name, string units, string description, Func<EventLabel, T> value)
        where T : unmanaged;
}
