using Umbriel.Core;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Showers along z measured as validation/reference/egsnrc/showers.csv and yields.csv are.</summary>
internal sealed class EgsShower
{
    private const double Bin = 0.1;
    private const double FitBin = 7.0;
    private readonly double[] depth = new double[12_000];
    private readonly double[] radius = new double[6_000];
    private readonly double[] coarse = new double[1000];
    private readonly double total;

    public EgsShower(ParticleKind kind, double energy, int showers)
    {
        SimulatedEvent simulated = new();
        double sum = 0.0;
        double near = 0.0;
        for (int i = 0; i < showers; i++)
        {
            Showers.Run(simulated, Showers.Large, 41, i, Showers.Particle(kind, energy));
            foreach (Deposit deposit in simulated.Deposits)
            {
                double z = 0.5 * (deposit.Z + deposit.EndZ);
                double x = 0.5 * (deposit.X + deposit.EndX);
                double y = 0.5 * (deposit.Y + deposit.EndY);
                double r = Math.Sqrt((x * x) + (y * y));
                sum += deposit.Energy;
                near += r < 9.043 ? deposit.Energy : 0.0;
                depth[Math.Clamp((int)(z / Bin), 0, depth.Length - 1)] += deposit.Energy;
                radius[Math.Min((int)(r / Bin), radius.Length - 1)] += deposit.Energy;
                if (z >= 0.0)
                {
                    coarse[(int)(z / FitBin)] += deposit.Energy;
                }
            }

            Count(simulated, showers);
        }

        total = sum;
        WithinMoliereRadius = near / sum;
    }

    /// <summary>Part of the energy within 9.04 cm of the axis.</summary>
    public double WithinMoliereRadius { get; }

    /// <summary>Particles per shower by the names of yields.csv.</summary>
    public Dictionary<string, double> Yields { get; } = new(StringComparer.Ordinal);

    /// <summary>Depth of the maximum of a gamma distribution fitted to bins of 7 cm, cm.</summary>
    public double Maximum => 14.0 * GammaProfile.Fit(coarse, FitBin / 14.0).Maximum;

    /// <summary>Depth that holds a part of the energy, cm.</summary>
    public double Depth(double part) => Quantile(depth, part);

    /// <summary>Radius that holds a part of the energy, cm.</summary>
    public double Radius(double part) => Quantile(radius, part);

    private double Quantile(double[] bins, double part)
    {
        double left = part * total;
        for (int i = 0; i < bins.Length; i++)
        {
            if (bins[i] >= left)
            {
                return Bin * (i + (left / bins[i]));
            }

            left -= bins[i];
        }

        return Bin * bins.Length;
    }

    private void Count(SimulatedEvent simulated, int showers)
    {
        foreach (SimulatedParticle particle in simulated.Particles)
        {
            double energy = 1e3 * particle.Start.Energy;
            switch (particle.Process)
            {
                case CreationProcess.Bremsstrahlung:
                    Above("brems k>", energy, [0.5, 1.0, 10.0]);
                    break;
                case CreationProcess.DeltaRay:
                    Above("delta T>", energy, [0.5, 1.0]);
                    break;
                case CreationProcess.Compton when particle.Start.Kind == ParticleKind.Electron:
                    Above("Compton e- T>", energy, [0.5, 1.0]);
                    break;
                case CreationProcess.PairProduction when particle.Start.Kind == ParticleKind.Positron:
                    // The photon may have scattered since it was made.
                    double pair = simulated.Particles.Where(p => p.Parent == particle.Parent && p.Process == CreationProcess.PairProduction).Sum(p => p.Start.Energy + PhysicalConstants.MassElectron);
                    Above("pairs k>", 1e3 * pair, [10.0]);
                    break;
            }
        }

        void Above(string name, double energy, ReadOnlySpan<double> thresholds)
        {
            foreach (double threshold in thresholds)
            {
                if (energy > threshold)
                {
                    string key = FormattableString.Invariant($"{name}{threshold}");
                    Yields[key] = Yields.GetValueOrDefault(key) + (1.0 / showers);
                }
            }
        }
    }
}
