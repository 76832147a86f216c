using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Geometry;

/// <summary>
/// A detector and its surroundings: an active volume within a vessel of the same liquid, and soil upstream. The hall
/// between soil and vessel, and the vessel itself, hold no target.
/// </summary>
public sealed record DetectorGeometry
{
    /// <summary>Volume in which pairs are looked for.</summary>
    public required IActiveVolume Active { get; init; }

    /// <summary>Liquid in the active volume, tonnes.</summary>
    public required double ActiveMass { get; init; }

    /// <summary>The vessel's liquid.</summary>
    public required IVolume Vessel { get; init; }

    /// <summary>All liquid in the vessel, the active volume included, tonnes.</summary>
    public required double VesselMass { get; init; }

    /// <summary>Nuclides of the liquid with their share of its mass.</summary>
    public required IReadOnlyList<(Target Target, double MassFraction)> Liquid { get; init; }

    /// <summary>Soil upstream.</summary>
    public required SoilCone Soil { get; init; }

    /// <summary>Distance from the beam target to the centre of the detector, for which the flux is given, cm.</summary>
    public required double Baseline { get; init; }

    /// <summary>Tonnes of liquid (in the active volume, in the vessel outside it) or soil that belong to an origin.</summary>
    public double Mass(EventOrigin origin) => origin switch
    {
        EventOrigin.Tpc => ActiveMass,
        EventOrigin.Cryostat => VesselMass - ActiveMass,
        _ => Soil.Volume * Soil.Density * 1e-6,
    };

    /// <summary>Volume in cm³ that <see cref="Mass"/> fills.</summary>
    public double Volume(EventOrigin origin) => origin switch
    {
        EventOrigin.Tpc => Active.Volume,
        EventOrigin.Cryostat => Vessel.Volume - Active.Volume,
        _ => Soil.Volume,
    };

    /// <summary>Nuclides of a region with their share of its mass; soil is SiO₂.</summary>
    public IReadOnlyList<(Target Target, double MassFraction)> Composition(EventOrigin origin) =>
        origin == EventOrigin.Soil ? SoilCone.Composition : Liquid;

    /// <summary>Nuclei per cm³ of a region.</summary>
    public double NumberDensity(EventOrigin origin, Target target, double massFraction)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Mass(origin) * massFraction * PhysicalConstants.TonneInGeV / (target.Mass * Volume(origin));
    }

    /// <summary>Stretches of a ray in the vessel's liquid before and behind its stretch in the active volume.</summary>
    public (Interval Near, Interval Far) OutsideActive(in Ray ray, in Interval active)
    {
        Interval vessel = Vessel.Intersect(ray);
        return active.Length > 0.0
            ? (vessel.Intersect(new Interval(0.0, active.Start)), vessel.Intersect(new Interval(active.End, double.MaxValue)))
            : (vessel, Interval.Empty);
    }
}
