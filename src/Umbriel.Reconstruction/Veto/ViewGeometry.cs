using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Veto;

/// <summary>Places in the views of the planes, for charge of time zero. Immutable; threads share it.</summary>
public sealed class ViewGeometry
{
    /// <summary>Loss of a shower's electrons, MeV/cm.</summary>
    private const double ShowerLoss = 2.1;

    private readonly DetectorResponse response;
    private readonly double ticksToCm;
    private readonly double preSample;
    private readonly double energyPerElectron;

    /// <summary>Prepares for a detector.</summary>
    public ViewGeometry(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        ticksToCm = response.Drift.Speed * response.Card.Readout.TickNs;
        preSample = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
        energyPerElectron = Recombination.PairEnergyMeV / response.Recombination.Survival(ShowerLoss);
    }

    /// <summary>Number of planes.</summary>
    public int Planes => response.Planes.Count;

    /// <summary>Distance of neighbouring wires of a plane, cm.</summary>
    public double Pitch(int plane) => response.Planes[plane].Pitch;

    /// <summary>Where a hit is.</summary>
    public ViewPoint Place(in Hit hit)
    {
        WirePlane wires = response.Planes[hit.Plane];
        return new ViewPoint(wires.Coordinate(hit.Wire), (hit.Time - preSample) * ticksToCm);
    }

    /// <summary>Where a place in space is seen.</summary>
    public ViewPoint Place(int plane, SpaceVector place) => new(response.Planes[plane].Coordinate(place.Y, place.Z), response.Drift.Distance(place.X));

    /// <summary>How a direction in space is seen; shorter than 1 as far as it goes along the wires.</summary>
    public ViewPoint Direction(int plane, SpaceVector direction) =>
        new(response.Planes[plane].Coordinate(direction.Y, direction.Z), response.Drift.Distance(direction.X) - response.Drift.Distance(0.0));

    /// <summary>The place in space that two planes see, at the mean of both drift distances.</summary>
    public SpaceVector Place(int plane, ViewPoint one, int otherPlane, ViewPoint other)
    {
        // z cos θ − y sin θ = w for both planes.
        (WirePlane a, WirePlane b) = (response.Planes[plane], response.Planes[otherPlane]);
        double determinant = (a.Cos * b.Sin) - (a.Sin * b.Cos);
        double y = ((one.Wire * b.Cos) - (other.Wire * a.Cos)) / determinant;
        double z = ((one.Wire * b.Sin) - (other.Wire * a.Sin)) / determinant;
        return new SpaceVector(response.Drift.X(0.5 * (one.Drift + other.Drift)), y, z);
    }

    /// <summary>Whether a place is in the active volume or at most a distance, cm, outside.</summary>
    public bool Contains(SpaceVector place, double margin)
    {
        Box active = response.Card.ActiveVolume;
        return place.X >= active.XLow - margin && place.X <= active.XHigh + margin && place.Y >= active.YLow - margin && place.Y <= active.YHigh + margin
            && place.Z >= active.ZLow - margin && place.Z <= active.ZHigh + margin;
    }

    /// <summary>Energy that left a hit's charge if it was an electron of a shower, MeV: corrected for losses on the drift and for recombination at 2.1 MeV/cm.</summary>
    public double EnergyMeV(in Hit hit) => energyPerElectron * hit.Charge / response.Drift.Survival(Math.Clamp(Place(hit).Drift, 0.0, response.Drift.Length) / response.Drift.Speed);
}
