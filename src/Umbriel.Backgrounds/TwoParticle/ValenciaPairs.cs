using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>
/// Charged-current scattering on pairs of nucleons from the tabulated response of the Valencia model, up to 1.2 GeV of
/// momentum transfer: d²σ/dT dcos θ = (2/π) G_F² k' E' L·W, the contraction with the lepton's mass (Nieves, Amaro,
/// Valverde, PRC 70 (2004) 055503, eq. 11; Gran et al., PRD 88 (2013) 113007). Other nuclei than the tabulated one: its
/// proton-neutron part times √(ZN/Z₀N₀), the rest times √(N(N−1)/N₀(N₀−1)), with Z for antineutrinos (Schwehr, Cherdack,
/// Gran, arXiv:1601.02038); the energy transfer less the difference of the nuclear masses. Check: ν_μ on argon at 1 GeV, 4.87·10⁻³⁸ cm².
/// </summary>
internal sealed class ValenciaPairs
{
    private readonly PairTensor tensor;
    private readonly double leptonMass;
    private readonly bool antineutrino;
    private readonly double pairScale;
    private readonly double restScale;
    private readonly double threshold;

    public ValenciaPairs(Nucleus nucleus, int neutrino)
    {
        tensor = PairTensor.Nearest(nucleus.Nucleons);
        leptonMass = NeutrinoScattering.LeptonMass(WeakCurrent.Charged, neutrino);
        antineutrino = neutrino < 0;
        (int like, int likeTabulated) = antineutrino ? (nucleus.Protons, tensor.Protons) : (nucleus.Neutrons, tensor.Neutrons);
        pairScale = Math.Sqrt((double)nucleus.Protons * nucleus.Neutrons / (tensor.Protons * tensor.Neutrons));
        restScale = Math.Sqrt((double)like * (like - 1) / (likeTabulated * (likeTabulated - 1)));
        threshold = antineutrino ? nucleus.LowerChargeEnergy : nucleus.RaiseChargeEnergy;
    }

    /// <summary>d²σ/dq₀ dq, cm²/GeV², and the share of proton-neutron pairs in it.</summary>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="q0">Energy transfer, GeV.</param>
    /// <param name="q">Momentum transfer within its limits, GeV.</param>
    public (double Density, double MixedShare) Evaluate(double energy, double q0, double q)
    {
        Span<double> entries = stackalloc double[10];
        tensor.Evaluate(q0 - threshold, q, entries);
        double mixed = pairScale * Contract(energy, q0, q, entries[5..]);
        for (int k = 0; k < 5; k++)
        {
            entries[k] -= entries[k + 5];
        }

        double rest = restScale * Contract(energy, q0, q, entries[..5]);
        double sum = Math.Max(0.0, mixed) + Math.Max(0.0, rest);
        if (sum == 0.0)
        {
            return (0.0, 0.0);
        }

        // dcos θ = q dq/(E k'); the contraction comes without its k' E'.
        double leptonEnergy = energy - q0;
        double scale = 2.0 / Math.PI * PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * leptonEnergy * q / energy;
        return (scale * sum * PhysicalConstants.HbarCSquared, Math.Max(0.0, mixed) / sum);
    }

    private double Contract(double energy, double q0, double q, ReadOnlySpan<double> w)
    {
        (double w00, double w0z, double wxx, double wxy, double wzz) = (w[0], w[1], w[2], w[3], w[4]);
        double ratio = q0 / q;
        double w1 = 0.5 * wxx;
        double w2 = 0.5 * (w00 + wxx + (ratio * ratio * (wzz - wxx)) - (2.0 * ratio * w0z));
        double w3 = (antineutrino ? -wxy : wxy) / q;
        double w4 = 0.5 * (wzz - wxx) / (q * q);
        double w5 = (w0z - (ratio * (wzz - wxx))) / q;
        double after = energy - q0;
        double m2 = leptonMass * leptonMass;
        double momentum = Math.Sqrt((after - leptonMass) * (after + leptonMass));
        double cosine = Math.Clamp(((energy * energy) + (momentum * momentum) - (q * q)) / (2.0 * energy * momentum), -1.0, 1.0);
        double half = 0.5 * (1.0 - cosine); // sin²(θ/2)
        double light = after + momentum;
        double massless = (2.0 * w1 * half) + (w2 * (1.0 - half)) - (w3 * (energy + after) * half);
        double massive = (w1 * cosine) - (0.5 * w2 * cosine) + (0.5 * w3 * (light - ((energy + after) * cosine)))
            + (0.5 * w4 * ((m2 * cosine) + (2.0 * after * light * (1.0 - cosine) * (1.0 + cosine)))) - (0.5 * w5 * light);
        return massless + (m2 / (after * light) * massive);
    }
}
