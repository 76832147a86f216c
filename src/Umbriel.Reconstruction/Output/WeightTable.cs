using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>/weights: the named weights, as many rows an event as there are names.</summary>
internal sealed class WeightTable : ReconstructionTable<double>
{
    public WeightTable(Hdf5Writer writer)
        : base(writer, EventLabelColumns.WeightGroup) =>
        Rows.Column(EventLabelColumns.WeightColumn, "", EventLabelColumns.WeightDescription, static weight => weight);

    public override string Row => "weight";

    public override void Add(ReconstructedEvent found)
    {
        foreach (double weight in found.Label.NamedWeights)
        {
            Rows.Add(weight);
        }
    }
}
