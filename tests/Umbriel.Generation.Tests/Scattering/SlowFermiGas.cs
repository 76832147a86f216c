using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>
/// Upscattering off the protons of argon by a Z' in a local Fermi gas, drawn from explicit four-vectors and uniform random numbers,
/// with Woods and Saxon's density and the electric and magnetic form factors written out anew: slow, and apart from the code.
/// </summary>
internal sealed class SlowFermiGas
{
    // Argon: c = 3.53 fm, z = 0.54 fm, E_b = 29.5 MeV, as in data/interactions/nuclei-woods-saxon.csv.
    private const double C = 3.53;
    private const double Diffuseness = 0.54;
    private const double Removal = 0.0295;
    private const double M = PhysicalConstants.MassProton;
    private const double HbarC = 0.1973269804;

    private readonly DarkSectorParameters point;
    private readonly double energy;
    private readonly double strength;
    private readonly double centralDensity;
    private readonly double highestShare;

    public SlowFermiGas(DarkSectorParameters point, double energy)
    {
        (this.point, this.energy) = (point, energy);
        Couplings couplings = Couplings.From(point);
        strength = couplings.ProductionVertex * couplings.ElectromagneticCoupling;
        centralDensity = 1.0 / AdaptiveQuadrature.Integrate(r => 4.0 * Math.PI * r * r * Shape(r), 0.0, C + (10.0 * Diffuseness), 1e-9);
        for (double r = 0.0; r < C + (10.0 * Diffuseness); r += 0.01)
        {
            highestShare = Math.Max(highestShare, r * r * Shape(r));
        }
    }

    /// <summary>σ in cm² per nucleus that one draw stands for (0 if blocked), and the Q² it has; their mean is σ.</summary>
    public (double CrossSection, double Q2, double KineticEnergy) Draw(ref RandomStream random)
    {
        // Radius by rejection, k_F from the density of protons.
        double r;
        do
        {
            r = random.NextDouble() * (C + (10.0 * Diffuseness));
        }
        while (random.NextDouble() * highestShare > r * r * Shape(r));
        double fermi = HbarC * Math.Pow(3.0 * Math.PI * Math.PI * 18.0 * centralDensity * Shape(r), 1.0 / 3.0);
        double p = fermi * Math.Pow(random.NextDouble(), 1.0 / 3.0);
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        double turn = 2.0 * Math.PI * random.NextDouble();
        double onShell = Math.Sqrt((M * M) + (p * p));
        FourVector struck = new(onShell - Removal, p * sine * Math.Cos(turn), p * sine * Math.Sin(turn), p * cosine);
        FourVector neutrino = new(energy, 0.0, 0.0, energy);
        FourVector total = neutrino + struck;
        double s = total.MassSquared;
        double w = Math.Sqrt(s);
        double m = point.ParentMass;
        double uniform = random.NextDouble();
        double azimuth = 2.0 * Math.PI * random.NextDouble();
        if (w <= M + m)
        {
            return default;
        }

        // Free nucleon of the same s, in its centre of mass; Q² by 1/(Q² + a)² between its ends.
        double k = (s - (M * M)) / (2.0 * w);
        double heavyEnergy = (s + (m * m) - (M * M)) / (2.0 * w);
        double heavy = Math.Sqrt((heavyEnergy * heavyEnergy) - (m * m));
        double low = (2.0 * k * (heavyEnergy - heavy)) - (m * m);
        double high = (2.0 * k * (heavyEnergy + heavy)) - (m * m);
        double a = point.MZPrime * point.MZPrime + 0.01;
        double inverse = (1.0 / (low + a)) - (uniform * ((1.0 / (low + a)) - (1.0 / (high + a))));
        double q2 = (1.0 / inverse) - a;
        double jacobian = ((1.0 / (low + a)) - (1.0 / (high + a))) / (inverse * inverse);
        double along = 1.0 - ((q2 - low) / (2.0 * k * heavy));
        double across = Math.Sqrt(Math.Max(0.0, 1.0 - (along * along)));
        FourVector freeK = new(k, 0.0, 0.0, k);
        FourVector freeP = new(w - k, 0.0, 0.0, -k);
        FourVector freeHeavy = new(heavyEnergy, heavy * across, 0.0, heavy * along);

        // The same angle to the neutrino as it is.
        FourVector incoming = neutrino.BoostToRestFrameOf(total, w);
        FourVector axis = (1.0 / incoming.Momentum) * incoming;
        FourVector one = Perpendicular(axis);
        FourVector two = Cross(axis, one);
        (double u, double v) = (heavy * across * Math.Cos(azimuth), heavy * across * Math.Sin(azimuth));
        FourVector outgoing = new FourVector(
            heavyEnergy,
            (heavy * along * axis.X) + (u * one.X) + (v * two.X),
            (heavy * along * axis.Y) + (u * one.Y) + (v * two.Y),
            (heavy * along * axis.Z) + (u * one.Z) + (v * two.Z)).BoostFromRestFrameOf(total, w);
        FourVector leaving = total - outgoing;
        if (leaving.Momentum <= fermi)
        {
            return default;
        }

        FourVector q = neutrino - outgoing;
        double transferred = -q.MassSquared;
        double restEnergy = q.Dot(struck) / Math.Sqrt(struck.MassSquared);
        double tau = q2 / (4.0 * M * M);
        double longitudinal = transferred / (transferred + (restEnergy * restEnergy)) * (1.0 + tau);

        // Dipoles of 0.843 GeV, μ_p = 2.792; F1, F2 have τ at the Q² that is transferred, what they are put into has the free one.
        double dipole = 1.0 / Math.Pow(1.0 + (transferred / (0.843 * 0.843)), 2.0);
        double ownTau = transferred / (4.0 * M * M);
        double f2 = dipole * (2.792 - 1.0) / (1.0 + ownTau);
        double f1 = dipole * (1.0 + (ownTau * 2.792)) / (1.0 + ownTau);
        double electric = f1 - (tau * f2);
        double magnetic = f1 + f2;
        FourVector sum = freeP + (freeK + freeP - freeHeavy);
        FourVector freeQ = freeK - freeHeavy;
        double kk = freeK.Dot(freeHeavy);
        double charge = 2.0 * ((2.0 * sum.Dot(freeK) * sum.Dot(freeHeavy)) - (sum.MassSquared * kk));
        double metric = -4.0 * kk;
        double transfer = 2.0 * ((2.0 * freeQ.Dot(freeK) * freeQ.Dot(freeHeavy)) - (freeQ.MassSquared * kk));
        double contraction = (charge * ((longitudinal * longitudinal * electric * electric) + (tau * magnetic * magnetic)) / (1.0 + tau))
            + (magnetic * magnetic * ((-q2 * metric) - transfer));
        double amplitude = strength / (transferred + (point.MZPrime * point.MZPrime));
        double differential = PhysicalConstants.HbarCSquared * amplitude * amplitude * contraction / (16.0 * Math.PI * Math.Pow(s - (M * M), 2.0));
        double flux = 1.0 - (struck.Z / onShell);
        return (18.0 * flux * differential * jacobian, transferred, leaving.E - M);
    }

    private static double Shape(double r) => 1.0 / (1.0 + Math.Exp((r - C) / Diffuseness));

    private static FourVector Perpendicular(FourVector axis)
    {
        FourVector across = Cross(axis, Math.Abs(axis.X) < 0.5 ? new FourVector(0.0, 1.0, 0.0, 0.0) : new FourVector(0.0, 0.0, 1.0, 0.0));
        return (1.0 / across.Momentum) * across;
    }

    private static FourVector Cross(FourVector a, FourVector b) =>
        new(0.0, (a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}
