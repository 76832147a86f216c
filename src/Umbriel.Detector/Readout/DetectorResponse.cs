using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>Everything that can be worked out from a card once. Immutable; share it between threads.</summary>
public sealed class DetectorResponse
{
    private readonly bool[][] dead;

    /// <summary>Prepares geometry, drift and responses.</summary>
    public DetectorResponse(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        Card = card;
        Drift = new Drift(card);
        Recombination = new Recombination(card);
        SpaceCharge = new SpaceChargeMap(card, Drift);
        Electronics = new ColdElectronics(1000.0 * card.Electronics.Shaping);
        Planes = [.. card.Planes.Select(plane => new WirePlane(plane, card.ActiveVolume))];
        Responses = [.. Enumerable.Range(0, card.Planes.Count).Select(plane => new PlaneResponse(card, plane, Electronics))];
        Noise = new NoiseFilter(Electronics, card.Readout);
        dead = [.. card.Planes.Select((plane, i) => Dead(plane, Planes[i].Wires))];
    }

    /// <summary>The card.</summary>
    public DetectorCard Card { get; }

    /// <summary>Wires of each plane.</summary>
    public IReadOnlyList<WirePlane> Planes { get; }

    /// <summary>Signal shape of each plane.</summary>
    public IReadOnlyList<PlaneResponse> Responses { get; }

    /// <summary>Drift and diffusion.</summary>
    public Drift Drift { get; }

    /// <summary>Recombination and light.</summary>
    public Recombination Recombination { get; }

    /// <summary>Apparent positions.</summary>
    public SpaceChargeMap SpaceCharge { get; }

    /// <summary>The shaper.</summary>
    public ColdElectronics Electronics { get; }

    /// <summary>Noise.</summary>
    internal NoiseFilter Noise { get; }

    /// <summary>Whether a wire gives nothing.</summary>
    public bool IsDead(int plane, int wire) => dead[plane][wire];

    private static bool[] Dead(PlaneSettings plane, int wires)
    {
        bool[] flags = new bool[wires];
        foreach (WireRange range in plane.Dead)
        {
            flags.AsSpan(range.First, range.Last - range.First + 1).Fill(true);
        }

        return flags;
    }
}
