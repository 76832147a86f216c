using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Mass distribution of a resonance, 1/GeV: Γ/2π / ((W − M)² + Γ²/4) with Γ(W) = Γ₀ (p(W)/p(M))^(2L+1), p the momentum of
/// a π0 and a nucleon, from the threshold to M + n Γ₀ with n = 6, 4, 2 for oscillator level 0, 1, 2 (NEUGEN's limits,
/// which keep the tails of high partial waves from growing), normalised to 1 between these.
/// </summary>
public sealed class BreitWigner
{
    private const double Threshold = Nucleons.MeanMass + PhysicalConstants.MassNeutralPion;

    private readonly double mass;
    private readonly double width;
    private readonly int power;
    private readonly double momentumAtMass;
    private readonly double normalisation;

    /// <summary>The distribution of one resonance.</summary>
    /// <param name="state">The resonance.</param>
    public BreitWigner(ResonanceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        mass = state.Mass;
        width = state.Width;
        power = (2 * state.Model.OrbitalL) + 1;
        momentumAtMass = Momentum(mass);
        double widths = state.Model.OscillatorN switch { 0 => 6.0, 1 => 4.0, _ => 2.0 };
        Maximum = mass + (widths * width);
        normalisation = 1.0;
        normalisation = AdaptiveQuadrature.Integrate(Density, Threshold, Maximum, 1e-8);
    }

    /// <summary>Upper end, GeV.</summary>
    public double Maximum { get; }

    /// <summary>The density.</summary>
    /// <param name="w">Invariant mass, GeV.</param>
    public double Density(double w)
    {
        if (!(w > Threshold) || w > Maximum)
        {
            return 0.0;
        }

        double gamma = Width(w);
        double off = w - mass;
        return gamma / (2.0 * Math.PI * normalisation * ((off * off) + (0.25 * gamma * gamma)));
    }

    /// <summary>Γ(W), GeV; 0 below the threshold of a π0 and a nucleon of mean mass.</summary>
    /// <param name="w">Invariant mass, GeV.</param>
    public double Width(double w)
    {
        if (!(w > Threshold))
        {
            return 0.0;
        }

        double ratio = Momentum(w) / momentumAtMass;
        double square = ratio * ratio;
        double raised = ratio;
        for (int i = 1; i < power; i += 2)
        {
            raised *= square;
        }

        return width * raised;
    }

    private static double Momentum(double w)
    {
        Debug.Assert(w >= Threshold);
        const double Difference = Nucleons.MeanMass - PhysicalConstants.MassNeutralPion;
        double w2 = w * w;
        return Math.Sqrt((w2 - (Threshold * Threshold)) * (w2 - (Difference * Difference))) / (2.0 * w);
    }
}
