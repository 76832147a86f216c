using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Output;

/// <summary>/hits.</summary>
internal sealed class HitTable : ReconstructionTable<(int Event, Hit Hit)>
{
    public HitTable(Hdf5Writer writer)
        : base(writer, "/hits") =>
        Rows
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("plane", "", "wire plane, in the card's order", static r => (byte)r.Hit.Plane)
            .Column("wire", "", "wire", static r => r.Hit.Wire)
            .Column("time", "samples", "arrival at the first plane", static r => r.Hit.Time)
            .Column("width", "samples", "Gaussian width, smoothing included", static r => (float)r.Hit.Width)
            .Column("charge", "electrons", "charge", static r => r.Hit.Charge)
            .Column("start", "samples", "first sample of the pulse", static r => r.Hit.Start)
            .Column("end", "samples", "last sample of the pulse", static r => r.Hit.End)
            .Column("multiplicity", "", "hits of the pulse", static r => r.Hit.Multiplicity)
            .Column("goodness", "", "chi-square per degree of freedom of the fit, NaN for a piece of a long pulse", static r => (float)(r.Hit.Goodness ?? double.NaN));

    public override string Row => "hit";

    public override void Add(ReconstructedEvent found)
    {
        foreach (Hit hit in found.Hits)
        {
            Rows.Add((found.Number, hit));
        }
    }
}
