using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.HepMc3;

/// <summary>What a HepMC3 file says about its events as a whole, and what the writer needs to complete them.</summary>
public sealed record HepMc3Run
{
    /// <summary>Program version.</summary>
    public required string Version { get; init; }

    /// <summary>The model: masses, and whether the Z' is on shell.</summary>
    public required DarkSectorParameters Model { get; init; }

    /// <summary>Exposure the weights stand for, protons on target.</summary>
    public required double Pot { get; init; }

    /// <summary>Random seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Canonical text of the model card.</summary>
    public required string Card { get; init; }

    /// <summary>Mass in GeV of the nucleus 1000 Z + A, as the generator has it.</summary>
    public required Func<int, double> NuclearMass { get; init; }

    /// <summary>Whether elastic events have the breakup of their nucleus.</summary>
    public bool HasBreakups { get; init; }

    /// <summary>
    /// Flux-averaged cross section of upscattering a nucleus, pb; null where it is not known, and then the file does not
    /// follow NuHepMC's convention G.C.2.
    /// </summary>
    public double? FluxAveragedCrossSectionPb { get; init; }

    /// <summary>Where the beam neutrinos come from, cm in the detector frame: the site's.</summary>
    public required FourVector BeamOrigin { get; init; }
}
