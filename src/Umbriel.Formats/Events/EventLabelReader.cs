using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Events;

/// <summary>Reads what <see cref="EventLabelColumns"/> keeps. Earlier files have but the weight: all else is not known then. Not thread-safe.</summary>
public sealed class EventLabelReader
{
    private readonly Hdf5Reader file;
    private readonly Hdf5ColumnSet columns;
    private readonly bool hasLabels;
    private readonly int weights;

    /// <summary>Binds the open columns of a file.</summary>
    public EventLabelReader(Hdf5Reader file, Hdf5ColumnSet columns)
    {
        ArgumentNullException.ThrowIfNull(file);
        (this.file, this.columns) = (file, columns);
        hasLabels = file.Has("/events/category");
        weights = EventLabelColumns.ReadNames(file).Count;
    }

    /// <summary>Reads the label of the event at a place.</summary>
    /// <exception cref="UserErrorException">A column is missing or damaged.</exception>
    public EventLabel Read(long place)
    {
        double weight = Value<double>("weight", place);
        if (!hasLabels)
        {
            return EventLabel.Unknown with { Weight = weight };
        }

        int pdg = Value<int>("neutrino_pdg", place);
        return new EventLabel
        {
            Category = (EventCategory)Word("category", place, EventTokens.Categories.Count),
            Region = (EventRegion)Word("region", place, EventTokens.Regions.Count),
            Neutrino = pdg == 0 ? null : new EventNeutrino(pdg, Value<double>("neutrino_energy", place), Value<int>("neutrino_parent", place)),
            Process = Value<int>("process", place),
            Target = Value<int>("target", place),
            InputNumber = Value<long>("input_event", place),
            Weight = weight,
            NamedWeights = weights == 0 ? [] : columns.Values<double>($"{EventLabelColumns.WeightGroup}/{EventLabelColumns.WeightColumn}", (place * weights, weights)),
        };
    }

    private T Value<T>(string name, long place)
        where T : unmanaged => columns.Column<T>($"/events/{name}").Read(place);

    private byte Word(string name, long place, int count)
    {
        byte number = Value<byte>(name, place);
        return number < count ? number : throw new UserErrorException(file.Path, $"/events/{name}", $"{number}", $"0 to {count - 1}, as this version knows");
    }
}
