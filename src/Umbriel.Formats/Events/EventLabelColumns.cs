using Umbriel.Core.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Events;

/// <summary>
/// How simulated and reconstructed events keep what they are in truth (docs/formats.md): columns of <c>/events</c> beside its
/// <c>weight</c>, and <c>/weights/value</c> with all named weights of the first event, then of the second, and so on.
/// </summary>
public static class EventLabelColumns
{
    /// <summary>Group of the named weights.</summary>
    public const string WeightGroup = "/weights";

    /// <summary>Column of the named weights within <see cref="WeightGroup"/>.</summary>
    public const string WeightColumn = "value";

    /// <summary>What that column says.</summary>
    public const string WeightDescription = "named weights, all of an event together, in the order of the attribute names of /weights";

    /// <summary>Adds the columns of <c>/events</c>.</summary>
    public static void AddTo(IEventLabelColumns table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Column("category", "", "what the event is: number of a word of the attribute tokens", static label => (byte)label.Category);
        table.Column("region", "", "where its neutrino scattered: number of a word of the attribute tokens", static label => (byte)label.Region);
        table.Column("neutrino_pdg", "", "PDG code of the neutrino, 0 for none", static label => label.Neutrino?.Pdg ?? 0);
        table.Column("neutrino_energy", "GeV", "energy of the neutrino, 0 for none", static label => label.Neutrino?.Energy ?? 0.0);
        table.Column("neutrino_parent", "", "PDG code of what decayed to the neutrino, 0 where it is not known", static label => label.Neutrino?.Parent ?? 0);
        table.Column("process", "", "process code (NuHepMC E.C.1, or that of the file the event came from), 0 where it is not known", static label => label.Process);
        table.Column("target", "", "PDG code of what the neutrino struck, 0 where it is not known", static label => label.Target);
        table.Column("input_event", "", "number of the event in the file it came from, -1 for none", static label => label.InputNumber);
    }

    /// <summary>Writes the words behind the numbers and the names of the weights; the columns are there.</summary>
    public static void WriteNames(Hdf5Writer writer, WeightNames names)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(names);
        writer.Attribute("/events/category", "tokens", string.Join(' ', EventTokens.Categories));
        writer.Attribute("/events/region", "tokens", string.Join(' ', EventTokens.Regions));
        writer.Attribute(WeightGroup, "names", names.Text);
    }

    /// <summary>Names of the weights of a file; none in earlier files.</summary>
    public static WeightNames ReadNames(Hdf5Reader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Has(WeightGroup) && file.Text(WeightGroup, "names") is { } text ? new WeightNames(text) : WeightNames.None;
    }
}
