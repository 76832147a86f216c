using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Nuclei;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core.Numerics;

namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>
/// Scattering on pairs of nucleons (2p2h). Charged currents: σ(E) of the Valencia model times a scale, the lepton
/// distributed as that model has it, as the empirical model has it, or linear between the two. Neutral currents: the
/// empirical model alone, σ(E) = 0.30 (A/12)^(−0.1) times elastic scattering on all nucleons of the nucleus, times a scale
/// (GENIE v3.0.6: no tensor of neutral currents is public). Shares of pairs: Valencia's, or 0.8 proton-neutron in the
/// empirical shape. Blocking of the final nucleons is part of the Valencia response and not applied again.
/// </summary>
public sealed class PairInteraction : IInteraction
{
    private const double ShareOfElastic = 0.30;
    private const double SizePower = -0.1;
    private const double EmpiricalMixedShare = 0.8;

    private readonly InteractionParameters parameters;
    private readonly double leptonMass;
    private readonly ValenciaPairs? valencia;
    private readonly EnergyTable? total;
    private readonly EnergyTable? shapeIntegral;

    /// <summary>Sets the process up.</summary>
    /// <param name="nucleus">The nucleus; a free proton has none of it.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="parameters">Scales and shape.</param>
    public PairInteraction(Nucleus nucleus, int neutrino, WeakCurrent current, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = parameters;
        leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        if (nucleus.Nucleons == 1)
        {
            return;
        }

        shapeIntegral = new EnergyTable(energy => Integral(energy, (q0, q) => EmpiricalPairs.Evaluate(energy, leptonMass, q0, q)));
        if (current == WeakCurrent.Charged)
        {
            valencia = new ValenciaPairs(nucleus, neutrino);
            total = new EnergyTable(energy => Integral(energy, (q0, q) => valencia.Evaluate(energy, q0, q).Density));
        }
        else
        {
            double share = ShareOfElastic * Math.Pow(nucleus.Nucleons / 12.0, SizePower);
            ElasticInteraction[] elastic = [.. Enum.GetValues<Nucleon>().Select(struck => new ElasticInteraction(nucleus, neutrino, current, struck, parameters))];
            total = new EnergyTable(energy => share * elastic.Sum(process => CrossSection.Roughly(process, energy)));
        }
    }

    /// <inheritdoc/>
    public int Dimensions => 3;

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point) => Evaluate(energy, point, out _);

    /// <summary>Density and configuration at a point, which is (q₀, q, azimuth of the lepton).</summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">Three coordinates within 0 and 1.</param>
    /// <param name="state">The configuration; default where the density is zero.</param>
    public double Evaluate(double energy, ReadOnlySpan<double> point, out PairState state)
    {
        state = default;
        double spanQ0 = Math.Min(energy - leptonMass, PairTensor.MaximumTransfer);
        if (total is null || !(spanQ0 > 0.0))
        {
            return 0.0;
        }

        double q0 = spanQ0 * point[0];
        (double low, double high) = Limits(energy, q0);
        if (!(high > low))
        {
            return 0.0;
        }

        double q = low + ((high - low) * point[1]);
        double shape = EmpiricalPairs.Evaluate(energy, leptonMass, q0, q);
        double integral = shapeIntegral!.At(energy);
        double empirical = integral > 0.0 ? total.At(energy) * shape / integral : 0.0;
        double scale = parameters.PairScaleNeutral;
        double density = empirical;
        double mixed = EmpiricalMixedShare;
        if (valencia is not null)
        {
            (double other, double otherMixed) = valencia.Evaluate(energy, q0, q);
            double x = parameters.EmpiricalShape;
            density = (x * empirical) + ((1.0 - x) * other);
            mixed = density > 0.0 ? ((x * empirical * mixed) + ((1.0 - x) * other * otherMixed)) / density : mixed;
            scale = parameters.PairScaleCharged;
        }

        state = new PairState(q0, q, point[2], mixed);
        return Math.Max(0.0, scale * density) * spanQ0 * (high - low);
    }

    private double Integral(double energy, Func<double, double, double> density)
    {
        double span = Math.Min(energy - leptonMass, PairTensor.MaximumTransfer);
        if (!(span > 0.0))
        {
            return 0.0;
        }

        return GaussLegendre.Integrate(
            q0 =>
            {
                (double low, double high) = Limits(energy, q0);
                return high > low ? GaussLegendre.Integrate(q => density(q0, q), low, high, 48) : 0.0;
            },
            0.0,
            span,
            48);
    }

    // |k − k'| to k + k', the space-like region and the tables' end.
    private (double Low, double High) Limits(double energy, double q0)
    {
        double after = energy - q0;
        double momentum = Math.Sqrt(Math.Max(0.0, (after - leptonMass) * (after + leptonMass)));
        return (energy - momentum, Math.Min(energy + momentum, PairTensor.MaximumTransfer));
    }
}
