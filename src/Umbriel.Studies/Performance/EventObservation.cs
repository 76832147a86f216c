using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Studies.Performance;

/// <summary>What counts of an event: a few hundred bytes.</summary>
/// <param name="Prongs">Its true particles, in the event's order.</param>
/// <param name="Extra">Found particles beside the best one of each true particle.</param>
/// <param name="Topology">What was found.</param>
/// <param name="Objects">Number of particles found.</param>
/// <param name="VertexDistance">From the true place of the first primary to the vertex, cm; missing without particles.</param>
/// <param name="Opening">True angle between the first two prongs, degrees; missing if there are fewer.</param>
/// <param name="PairMass">Mass, GeV, of the showers that the first two prongs were found as; missing unless both were, with an energy.</param>
/// <param name="Time">Time that the reconstruction took, s.</param>
public sealed record EventObservation(
    IReadOnlyList<ObservedProng> Prongs,
    int Extra,
    Topology Topology,
    int Objects,
    double? VertexDistance,
    double? Opening,
    double? PairMass,
    double Time)
{
    /// <summary>Kinetic energy of all prongs, GeV.</summary>
    public double Energy => Prongs.Sum(static p => p.Energy);

    /// <summary>|E₁ − E₂|/(E₁ + E₂) of the first two prongs; missing if there are fewer.</summary>
    public double? Asymmetry => Prongs is [{ Energy: var a }, { Energy: var b }, ..] ? Math.Abs(a - b) / (a + b) : null;

    /// <summary>Compares what was found with the truth.</summary>
    /// <param name="simulated">The event.</param>
    /// <param name="active">The active volume, cm.</param>
    /// <param name="found">What was found, with its matches.</param>
    /// <param name="time">Time that it took, s.</param>
    public static EventObservation Of(SimulatedEvent simulated, Box active, ReconstructedEvent found, double time)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        ArgumentNullException.ThrowIfNull(found);
        IReadOnlyList<TruthMatch> matches = found.Truth ?? throw new ArgumentException("Expected matches with the truth.", nameof(found));
        IReadOnlyList<TrueProng> prongs = TrueProng.Of(simulated, active);
        int[] best = [.. prongs.Select(p => Best(matches, p.Particle))];
        ObservedProng[] observed = [.. prongs.Select((p, k) => Observe(simulated.Particles[p.Particle].Start, p, best[k], found, matches))];
        ParticleState first = simulated.Particles[0].Start;
        double? vertex = found.Interaction is { } interaction ? (interaction.Vertex - new SpaceVector(first.X, first.Y, first.Z)).Length : null;
        double? opening = null;
        double? mass = null;
        if (prongs.Count > 1)
        {
            opening = Degrees(Direction(simulated, prongs[0]).Dot(Direction(simulated, prongs[1])));
            if (observed[0].Found?.ShowerEnergy is { } a && observed[1].Found?.ShowerEnergy is { } b)
            {
                mass = ShowerPair.Of(found.Particles[best[0]].Direction, a, found.Particles[best[1]].Direction, b).Mass;
            }
        }

        return new EventObservation(observed, found.Particles.Count - best.Count(static b => b >= 0), found.Topology, found.Particles.Count, vertex, opening, mass, time);
    }

    private static int Best(IReadOnlyList<TruthMatch> matches, int particle)
    {
        int best = -1;
        for (int i = 0; i < matches.Count; i++)
        {
            best = matches[i].TrueParticle == particle && (best < 0 || matches[i].Completeness > matches[best].Completeness) ? i : best;
        }

        return best;
    }

    private static ObservedProng Observe(ParticleState truth, in TrueProng prong, int index, ReconstructedEvent found, IReadOnlyList<TruthMatch> matches)
    {
        if (index < 0)
        {
            return new ObservedProng(truth.Kind, truth.Energy, prong.Visible, null);
        }

        Particle particle = found.Particles[index];
        ParticleMeasurement measured = found.Interaction!.Measurements[index];
        SpaceVector direction = new(truth.DX, truth.DY, truth.DZ);
        double cosine = direction.Dot(particle.Direction);
        double? along = null;
        double? across = null;
        if (prong.Start is { } start)
        {
            SpaceVector d = particle.Start - start;
            (along, across) = (d.Dot(direction), d.Across(direction));
        }

        return new ObservedProng(truth.Kind, truth.Energy, prong.Visible, new ProngMatch(
            matches[index].Purity, matches[index].Completeness, measured.TrackScore, measured.IsTrack, measured.Shower.Energy, measured.Energy,
            Degrees(measured.IsTrack ? Math.Abs(cosine) : cosine), along, across, measured.Shower.StartLoss.Combined, measured.Relation.ConversionDistance));
    }

    private static SpaceVector Direction(SimulatedEvent simulated, in TrueProng prong)
    {
        ParticleState s = simulated.Particles[prong.Particle].Start;
        return new SpaceVector(s.DX, s.DY, s.DZ);
    }

    private static double Degrees(double cosine) => Math.Acos(Math.Clamp(cosine, -1.0, 1.0)) * 180.0 / Math.PI;
}
