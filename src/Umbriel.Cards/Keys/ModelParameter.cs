using Umbriel.DarkSector;

namespace Umbriel.Cards.Keys;

/// <summary>The model with what the written numbers say of one parameter, or its default; checks that it makes physical sense beside those before it.</summary>
internal delegate DarkSectorParameters ModelStep(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model);

/// <summary>A model parameter that cards and DarkNews files may give: one row of <see cref="ModelParameters"/>.</summary>
/// <param name="Name">DarkNews's name.</param>
/// <param name="Read">How it is read.</param>
/// <param name="Write">Its number in the canonical text, or null where it has none.</param>
/// <param name="Default">Words for the default of a card (Markdown).</param>
/// <param name="Values">What may be written.</param>
/// <param name="Meaning">What it means (Markdown).</param>
/// <param name="Example">A number other than the default.</param>
internal sealed record ModelParameter(
    string Name, ModelStep Read, Func<DarkSectorParameters, double?> Write, string Default, string Values, string Meaning, string Example)
{
    /// <summary>The parameter that this is another way of writing; null for one with a place of its own in the model.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>Keys that the example needs beside itself.</summary>
    public string? Alongside { get; init; }
}
