using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// How many ionisation electrons escape their ions, and how many photons the others give. Modified box
/// (R. Acciarri et al. (ArgoNeuT), JINST 8 (2013) P08005, eq. 3.3), R = ln(A + ξ)/ξ with ξ = B dE/dx/(ρ E), or Birks
/// (S. Amoruso et al. (ICARUS), NIM A 523 (2004) 275, eq. 7), R = A/(1 + k dE/dx/(ρ E)). Fluctuations of the number of
/// electrons (below 1% in a step of 1 MeV) are left out. Immutable.
/// </summary>
public sealed class Recombination
{
    /// <summary>Energy per electron–ion pair, MeV (M. Miyajima et al., Phys. Rev. A 9 (1974) 1438: 23.6 eV).</summary>
    public const double PairEnergyMeV = 23.6e-6;

    /// <summary>
    /// dE/dx below which the laws are not used, MeV/cm. Chosen: no charged particle loses less than 1.7 on average.
    /// </summary>
    public const double MinimumDedx = 1.0;

    /// <summary>dE/dx to which <see cref="LossOf"/> is held, MeV/cm. Chosen above the largest loss of a proton.</summary>
    public const double MaximumDedx = 1000.0;

    private readonly RecombinationModel model;
    private readonly double a;
    private readonly double slope;
    private readonly double density;
    private readonly LightSettings light;

    /// <summary>Takes field, density, law and light from a card.</summary>
    public Recombination(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        model = card.Recombination.Model;
        a = card.Recombination.A;
        density = card.Density;
        slope = card.Recombination.B * card.Variations.Recombination / (card.Density * card.Drift.Field);
        light = card.Light;
    }

    /// <summary>Share of electrons that escape, in (0, 1).</summary>
    /// <param name="loss">dE/dx, MeV/cm.</param>
    public double Survival(double loss)
    {
        double xi = slope * Math.Max(loss, MinimumDedx);
        return model == RecombinationModel.ModifiedBox ? Math.Clamp(Math.Log(a + xi) / xi, 0.0, 1.0) : a / (1.0 + xi);
    }

    /// <summary>
    /// The law turned round: dE/dx, MeV/cm, that leaves a charge per length. Modified box (e^(B' W dQ/dx) − A)/B', Birks
    /// W dQ/dx/(A − k' W dQ/dx), with B' and k' divided by ρ E; at most <see cref="MaximumDedx"/>, which Birks' law does not reach
    /// with any charge. Check value: 5.65e4 electrons/cm at 0.2739 kV/cm are 2.1 MeV/cm (box).
    /// </summary>
    /// <param name="electronsPerCm">Escaped electrons per length, at least 0.</param>
    public double LossOf(double electronsPerCm)
    {
        double visible = electronsPerCm * PairEnergyMeV;
        double atMinimum = Survival(MinimumDedx);
        if (visible <= atMinimum * MinimumDedx)
        {
            return visible / atMinimum;
        }

        if (model == RecombinationModel.ModifiedBox)
        {
            return Math.Min(MaximumDedx, (Math.Exp(slope * visible) - a) / slope);
        }

        double rest = a - (slope * visible);
        return rest > 0.0 ? Math.Min(MaximumDedx, visible / rest) : MaximumDedx;
    }

    /// <summary>
    /// dE/dx to use for a deposit, MeV/cm: energy over length, the length being at least the range of an electron (or, left
    /// by a hadron, of a proton) of that energy. This guards points and short steps with a large local transfer.
    /// </summary>
    public double Loss(in Deposit deposit, ParticleKind kind)
    {
        double energy = 1000.0 * deposit.Energy;
        bool heavy = kind is ParticleKind.Proton or ParticleKind.Neutron or ParticleKind.PionMinus or ParticleKind.KaonMinus;
        double range = heavy ? ProtonRange(energy) : ElectronRange(energy) / density;
        double length = Math.Max(deposit.Length, range);
        return length > 0.0 ? energy / length : MinimumDedx;
    }

    /// <summary>Electrons that escape and photons that are emitted: quenching takes from one what it gives the other.</summary>
    public (double Electrons, double Photons) Of(in Deposit deposit, ParticleKind kind)
    {
        double energy = 1000.0 * deposit.Energy;
        double survival = Survival(Loss(deposit, kind));
        double photons = energy * light.PhotonsPerMeV * (1.0 + light.ExcitonRatio - survival) / (1.0 + light.ExcitonRatio);
        return (survival * energy / PairEnergyMeV, photons);
    }

    /// <summary>
    /// Practical range of an electron, g/cm², 0.412 T^(1.265 − 0.0954 ln T) (L. Katz, A. S. Penfold, Rev. Mod. Phys. 24
    /// (1952) 28), fitted from 0.01 to 2.5 MeV and held there outside.
    /// </summary>
    private static double ElectronRange(double energy)
    {
        double t = Math.Clamp(energy, 0.01, 2.5);
        double range = 0.412 * Math.Pow(t, 1.265 - (0.0954 * Math.Log(t)));
        return energy < t ? range * energy / t : range;
    }

    /// <summary>Range of a proton, cm, from dE/dx = 17 R^−0.42 MeV/cm (ArgoNeuT, as above, sec. 2): R = (0.58 T/17)^(1/0.58).</summary>
    private static double ProtonRange(double energy) => Math.Pow(Math.Max(0.0, energy) * 0.58 / 17.0, 1.0 / 0.58);
}
