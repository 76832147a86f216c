using Umbriel.Core;

namespace Umbriel.Tests;

/// <summary>
/// Events with exact two-body kinematics made here: a neutrino from the beam origin scatters off a target at rest,
/// N → n Z' → n e+ e− (or a three-body decay with a random pair mass), all four-momenta conserved.
/// </summary>
internal static class SampleEvents
{
    public const double BeamZ = -46_200.0;

    public static TruthEventBatch Make(int count, int seed, double heavyMass, double daughterMass, double? onShellMass, double mediatorFlight = 0.0, bool nucleons = false)
    {
        Random random = new(seed);
        TruthEventBatch batch = new(count);
        for (int i = 0; i < count; i++)
        {
            batch.Regime[i] = nucleons ? (ScatteringRegime)(i % 3) : ScatteringRegime.Coherent;
            double target = batch.Regime[i] switch
            {
                ScatteringRegime.Coherent => 37.215541,
                ScatteringRegime.ProtonElastic => PhysicalConstants.MassProton,
                _ => PhysicalConstants.MassNeutron,
            };
            double energy = 0.5 + (2.0 * random.NextDouble());
            (double x, double y, double z) = (10 + (200 * random.NextDouble()), -100 + (200 * random.NextDouble()), 100 + (800 * random.NextDouble()));
            FourVector line = new(0.0, x - 126.625, y - 0.97, z - BeamZ);
            FourVector neutrino = (energy / line.Momentum) * line with { E = line.Momentum };
            FourVector total = neutrino with { E = energy + target };
            double mass = Math.Sqrt(total.MassSquared);

            // Forward in the centre of mass, as a form factor makes it.
            FourVector heavy = TwoBody(random, mass, heavyMass, target, neutrino, 1.0 - (0.01 * random.NextDouble())).BoostFromRestFrameOf(total, mass);
            double pairMass = onShellMass ?? (2.0 * PhysicalConstants.MassElectron) + ((heavyMass - daughterMass - (2.0 * PhysicalConstants.MassElectron)) * random.NextDouble());
            FourVector pair = TwoBody(random, heavyMass, pairMass, daughterMass, neutrino, (2.0 * random.NextDouble()) - 1.0).BoostFromRestFrameOf(heavy, heavyMass);
            batch.Electron[i] = TwoBody(random, pairMass, PhysicalConstants.MassElectron, PhysicalConstants.MassElectron, neutrino, (2.0 * random.NextDouble()) - 1.0).BoostFromRestFrameOf(pair, pairMass);
            batch.Positron[i] = pair - batch.Electron[i];
            batch.DarkNeutrino[i] = heavy;
            double flight = 50.0 * random.NextDouble();
            (batch.VertexX[i], batch.VertexY[i], batch.VertexZ[i]) = (x, y, z);
            double n = flight / heavy.Momentum;
            double q = mediatorFlight / pair.Momentum;
            (batch.ScatterX[i], batch.ScatterY[i], batch.ScatterZ[i]) = (x - (n * heavy.X) - (q * pair.X), y - (n * heavy.Y) - (q * pair.Y), z - (n * heavy.Z) - (q * pair.Z));
            batch.Weight[i] = random.NextDouble();
            batch.TimeNs[i] = random.NextDouble();
            batch.NeutrinoEnergy[i] = energy;
            batch.NeutrinoPdg[i] = i % 4 == 3 ? -14 : 14;
            batch.Target[i] = 18040;
            batch.Origin[i] = (EventOrigin)(i % 3);
            batch.HelicityConserved[i] = i % 2 == 0;
        }

        return batch;
    }

    /// <summary>The first of two daughters of a parent at rest, at cosine to the axis and a random azimuth.</summary>
    private static FourVector TwoBody(Random random, double parent, double first, double second, in FourVector axis, double cosine)
    {
        double e = ((parent * parent) + (first * first) - (second * second)) / (2.0 * parent);
        double p = Math.Sqrt(Math.Max(0.0, (e - first) * (e + first)));
        double phi = 2.0 * Math.PI * random.NextDouble();
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        (double ax, double ay, double az) = (axis.X / axis.Momentum, axis.Y / axis.Momentum, axis.Z / axis.Momentum);
        double transverse = Math.Sqrt((az * az) + (ax * ax));
        (double ux, double uz) = (az / transverse, -ax / transverse); // perpendicular to the axis and to y
        (double vx, double vy, double vz) = (ay * uz, (az * ux) - (ax * uz), -ay * ux);
        double c = p * sine * Math.Cos(phi);
        double s = p * sine * Math.Sin(phi);
        return new FourVector(e, (p * cosine * ax) + (c * ux) + (s * vx), (p * cosine * ay) + (s * vy), (p * cosine * az) + (c * uz) + (s * vz));
    }
}
