using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Training;

/// <summary>
/// Where the charge of hits comes from: deposits in pieces of at most a pitch, each on its nearest wire at its time, count for hits on that and, with less
/// weight, the next wires within two of their widths. An origin is a primary, or a photon of a π0: what either makes belongs to it.
/// </summary>
public sealed class HitOrigins
{
    /// <summary>Weight on the wires beside the nearest one: diffusion and the spread of the wire's number.</summary>
    private const double Beside = 0.2;

    /// <summary>Half-width of a hit in its Gaussian widths.</summary>
    private const double Reach = 2.0;

    private readonly int[] originOf;
    private readonly double[][] shares;

    /// <summary>Projects the deposits of an event.</summary>
    public HitOrigins(DetectorResponse response, SimulatedEvent simulated, IReadOnlyList<Hit> hits)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(simulated);
        ArgumentNullException.ThrowIfNull(hits);
        originOf = Origins(simulated, out int[] particles);
        Particles = particles;
        Dictionary<(int Plane, int Wire), List<(double Tick, double Charge, int Origin)>> pieces = Pieces(response, simulated);
        shares = new double[hits.Count][];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = new double[particles.Length];
            for (int wire = hits[i].Wire - 1; wire <= hits[i].Wire + 1; wire++)
            {
                foreach ((double tick, double charge, int origin) in pieces.GetValueOrDefault((hits[i].Plane, wire)) ?? [])
                {
                    if (Math.Abs(tick - hits[i].Time) < Reach * hits[i].Width)
                    {
                        shares[i][origin] += wire == hits[i].Wire ? charge : Beside * charge;
                    }
                }
            }
        }
    }

    /// <summary>The particle that each origin is.</summary>
    public IReadOnlyList<int> Particles { get; }

    /// <summary>Shares of the origins in the charge of hits, each hit with its own charge; what has no deposit near is noise and has no part.</summary>
    /// <param name="hits">All hits.</param>
    /// <param name="chosen">Indices.</param>
    /// <returns>A share per origin: their sum is at most 1.</returns>
    public double[] Shares(IReadOnlyList<Hit> hits, IEnumerable<int> chosen)
    {
        double[] sums = new double[Particles.Count];
        double all = 0.0;
        foreach (int i in chosen)
        {
            double sum = shares[i].Sum();
            all += hits[i].Charge;
            for (int k = 0; k < sums.Length && sum > 0.0; k++)
            {
                sums[k] += hits[i].Charge * shares[i][k] / sum;
            }
        }

        return all > 0.0 ? [.. sums.Select(s => s / all)] : sums;
    }

    /// <summary>Origin of each particle: parents come before their children.</summary>
    private static int[] Origins(SimulatedEvent simulated, out int[] particles)
    {
        List<int> roots = [];
        int[] origins = new int[simulated.Particles.Count];
        for (int i = 0; i < origins.Length; i++)
        {
            SimulatedParticle particle = simulated.Particles[i];
            if (particle.Parent < 0 || simulated.Particles[particle.Parent] is { Parent: < 0, Start.Kind: ParticleKind.PionZero })
            {
                origins[i] = roots.Count;
                roots.Add(i);
            }
            else
            {
                origins[i] = origins[particle.Parent];
            }
        }

        particles = [.. roots];
        return origins;
    }

    private Dictionary<(int Plane, int Wire), List<(double Tick, double Charge, int Origin)>> Pieces(DetectorResponse response, SimulatedEvent simulated)
    {
        Dictionary<(int, int), List<(double, double, int)>> pieces = [];
        double tick = response.Card.Readout.TickNs;
        double preSample = response.Card.Readout.PreSample * 1e6;
        double finest = response.Planes.Min(static p => p.Pitch);
        foreach (Deposit d in simulated.Deposits)
        {
            if (!response.Card.ActiveVolume.Contains(0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ)))
            {
                continue;
            }

            double electrons = response.Recombination.Of(d, simulated.Particles[d.Particle].Start.Kind).Electrons;
            int count = Math.Max(1, (int)Math.Ceiling(d.Length / finest));
            for (int k = 0; k < count; k++)
            {
                double f = (k + 0.5) / count;
                (double x, double y, double z) = response.SpaceCharge.Apparent(d.X + (f * (d.EndX - d.X)), d.Y + (f * (d.EndY - d.Y)), d.Z + (f * (d.EndZ - d.Z)));
                double time = response.Drift.Distance(x) / response.Drift.Speed;
                double charge = electrons / count * response.Drift.Survival(time);
                for (int plane = 0; plane < response.Planes.Count; plane++)
                {
                    int wire = response.Planes[plane].Nearest(y, z);
                    if (!pieces.TryGetValue((plane, wire), out List<(double, double, int)>? list))
                    {
                        pieces[(plane, wire)] = list = [];
                    }

                    list.Add(((d.Time + time + preSample) / tick, charge, originOf[d.Particle]));
                }
            }
        }

        return pieces;
    }
}
