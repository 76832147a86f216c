using Umbriel.Backgrounds.DeepInelastic;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests;

public sealed class InelasticIntegralTests
{
    [Theory]
    [InlineData(WeakCurrent.Charged, 14, 0.8)]
    [InlineData(WeakCurrent.Charged, -14, 3.0)]
    [InlineData(WeakCurrent.Neutral, 14, 1.5)]
    public void It_is_the_adaptive_integral(WeakCurrent current, int neutrino, double energy)
    {
        InelasticParameters parameters = new();
        ResonanceCrossSection resonances = new(ResonanceTable.Load(), parameters);
        DeepInelasticCrossSection deep = new(PartonDensities.Load(), parameters);
        foreach (InelasticDensity density in (InelasticDensity[])
        [
            (w, q2) => resonances.Differential(current, neutrino, Nucleon.Neutron, energy, w, q2),
            (w, q2) => deep.Inclusive(current, neutrino, Nucleon.Neutron, 1, energy, w, q2),
        ])
        {
            double fast = InelasticIntegral.Of(density, current, neutrino, Nucleon.Neutron, energy, 0.0, parameters.JoiningMass);
            double leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
            double mass = Nucleon.Neutron.Mass();
            double end = Math.Min(parameters.JoiningMass, NeutrinoScattering.MaximumHadronMass(energy, mass, leptonMass));
            double start = NeutrinoScattering.PionThreshold(NeutrinoScattering.HadronCharge(current, neutrino, Nucleon.Neutron));
            double slow = AdaptiveQuadrature.Integrate(
                w =>
                {
                    (double low, double high) = NeutrinoScattering.TransferLimits(energy, mass, leptonMass, w);
                    return AdaptiveQuadrature.Integrate(q2 => density(w, q2) * 1e38, low, high, 1e-6);
                },
                start,
                end,
                1e-5);
            (fast * 1e38).ShouldBe(slow, 1e-3 * slow);
            fast.ShouldBeGreaterThan(0.0);
        }
    }

    [Fact]
    public void Limits_of_the_transfer_are_those_of_the_laboratory()
    {
        // E = 1, M = 0.938272, W = 1.232, μ: cos θ* = ±1 by hand in the centre of mass.
        (double low, double high) = NeutrinoScattering.TransferLimits(1.0, 0.938272, 0.105658, 1.232);
        double s = 0.938272 * (0.938272 + 2.0);
        double k = 0.938272 / Math.Sqrt(s);
        double e = (s + (0.105658 * 0.105658) - (1.232 * 1.232)) / (2.0 * Math.Sqrt(s));
        double p = Math.Sqrt((e * e) - (0.105658 * 0.105658));
        low.ShouldBe((2.0 * k * (e - p)) - (0.105658 * 0.105658), 1e-12);
        high.ShouldBe((2.0 * k * (e + p)) - (0.105658 * 0.105658), 1e-12);
        NeutrinoScattering.TransferLimits(1.0, 0.938272, 0.0, 1.232).Lower.ShouldBe(0.0);

        // The threshold of a muon and the Δ: ((1.232 + 0.105658)² − M²)/2M = 0.4844 GeV.
        NeutrinoScattering.MaximumHadronMass(0.4844, 0.938272, 0.105658).ShouldBe(1.232, 1e-4);
        NeutrinoScattering.HadronCharge(WeakCurrent.Charged, -14, Nucleon.Neutron).ShouldBe(-1);
        Should.Throw<ArgumentOutOfRangeException>(() => NeutrinoScattering.LeptonMass(WeakCurrent.Charged, 13));
    }
}
