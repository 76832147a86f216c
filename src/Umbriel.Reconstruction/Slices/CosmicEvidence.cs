using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// What speaks for a cosmic muon in a group of points. Charge beyond anode or cathode for time zero came at another time. A
/// muon that is not of the beam's time is displaced in x, so that its ends say something in y and z alone: two places on the
/// boundary far from each other are its entry and its exit; one is an entry or an exit. The end of what is looked at is a boundary, and what comes from there and stays near it is another interaction's. Immutable.
/// </summary>
internal sealed class CosmicEvidence
{
    private const double Crosses = 1.0;
    private const double Enters = 0.5;

    /// <summary>Share of what is looked at, at either end, in which what goes on beyond is not the beam's.</summary>
    private const double Outer = 0.25;

    private readonly Drift drift;
    private readonly Box volume;
    private readonly Region core;
    private readonly SliceSettings settings;

    public CosmicEvidence(DetectorResponse response, SliceSettings settings, Region within)
    {
        drift = response.Drift;
        Box active = response.Card.ActiveVolume;
        volume = active with { ZLow = Math.Max(active.ZLow, within.ZLow), ZHigh = Math.Min(active.ZHigh, within.ZHigh) };
        double outer = Outer * (within.ZHigh - within.ZLow);
        core = new Region(within.ZLow > active.ZLow ? within.ZLow + outer : double.NegativeInfinity, within.ZHigh < active.ZHigh ? within.ZHigh - outer : double.PositiveInfinity);
        this.settings = settings;
    }

    /// <summary>Score from 0 to 1, see <see cref="Slice"/>.</summary>
    public double Score(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members)
    {
        double outside = 0.0;
        SpaceVector[] faces = new SpaceVector[4];
        bool[] touched = new bool[4];
        (SpaceVector low, SpaceVector high) = (points[members[0]].Place, points[members[0]].Place);
        foreach (int i in members)
        {
            SpaceVector p = points[i].Place;
            double distance = drift.Distance(p.X);
            outside += distance < -settings.OutsideDrift || distance > drift.Length + settings.OutsideDrift ? points[i].Charge : 0.0;
            low = new SpaceVector(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
            high = new SpaceVector(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
            Touch(0, volume.YHigh - p.Y, volume.YHigh - faces[0].Y, p);
            Touch(1, p.Y - volume.YLow, faces[1].Y - volume.YLow, p);
            Touch(2, p.Z - volume.ZLow, faces[2].Z - volume.ZLow, p);
            Touch(3, volume.ZHigh - p.Z, volume.ZHigh - faces[3].Z, p);
        }

        bool cut = (touched[2] && high.Z < core.ZLow) || (touched[3] && low.Z > core.ZHigh);
        if (cut || outside > settings.OutsideCharge)
        {
            return Crosses;
        }

        double score = 0.0;
        for (int a = 0; a < faces.Length; a++)
        {
            score = touched[a] && (high - low).Length > settings.LeastTrack ? Math.Max(score, Enters) : score;
            for (int b = a + 1; b < faces.Length; b++)
            {
                score = touched[a] && touched[b] && (faces[a] - faces[b]).Length > settings.LeastCrossing ? Crosses : score;
            }
        }

        return score;

        void Touch(int face, double distance, double nearest, in SpaceVector p)
        {
            if (distance < settings.Boundary && (!touched[face] || distance < nearest))
            {
                (touched[face], faces[face]) = (true, p);
            }
        }
    }
}
