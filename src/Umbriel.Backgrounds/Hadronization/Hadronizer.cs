using Umbriel.Core;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Final states of a struck nucleon in the AGKY model at low W (Eur. Phys. J. C 63 (2009) 1), here at all W: the number of
/// hadrons from <see cref="Multiplicity"/>, their kinds from <see cref="HadronContent"/>; two hadrons are isotropic; of more
/// the baryon has x_F = 2p_z/W from a Gaussian (variance 0.131) on [−1, 0.5] and p_T² from an exponential up to 0.6 GeV²,
/// the others share the rest as phase space times exp(−3.5 p_T/GeV) each. z is the momentum transfer, backwards is the
/// target's side. Conserves energy, momentum, charge, baryon number and strangeness.
/// </summary>
public sealed class Hadronizer
{
    private const double FeynmanXVariance = 0.131;
    private const double FeynmanXMinimum = -1.0;
    private const double FeynmanXMaximum = 0.5;
    private const double TransverseSquaredMaximum = 0.6;
    private const double TransverseSlope = 3.5;
    private const int MostDrawnDirectly = 3;
    private readonly InelasticParameters parameters;

    /// <summary>Takes the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    public Hadronizer(InelasticParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = parameters;
    }

    /// <summary>Draws a final state.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="w">Invariant mass, GeV, above <see cref="NeutrinoScattering.PionThreshold"/>.</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="hadrons">Receives the hadrons in their rest frame, the baryon first; <see cref="Hadron.Most"/> long.</param>
    /// <returns>How many there are.</returns>
    public int Sample(WeakCurrent current, int neutrino, Nucleon nucleon, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        Span<double> probabilities = stackalloc double[Multiplicity.Highest + 1];
        double left = random.NextDouble() * Multiplicity.Probabilities(current, neutrino, nucleon, w, parameters, probabilities);
        int n = 2;
        while (n < Multiplicity.Highest && left >= probabilities[n] && probabilities[n + 1] > 0.0)
        {
            left -= probabilities[n++];
        }

        Span<int> pdg = stackalloc int[n];
        HadronContent.Sample(NeutrinoScattering.HadronCharge(current, neutrino, nucleon), w, ref random, pdg);
        Span<double> masses = stackalloc double[n];
        for (int i = 0; i < n; i++)
        {
            masses[i] = HadronProperties.Mass(pdg[i]);
        }

        Span<FourVector> momenta = stackalloc FourVector[n];
        if (n == 2)
        {
            PhaseSpace.Sample(w, masses, ref random, momenta);
        }
        else
        {
            momenta[0] = Baryon(w, masses, ref random);
            Others(w, momenta[0], masses[1..], ref random, momenta[1..]);
        }

        for (int i = 0; i < n; i++)
        {
            hadrons[i] = new Hadron(pdg[i], momenta[i]);
        }

        return n;
    }

    /// <summary>Density of the baryon's x_F and p_T², up to a constant: what a change of the two parameters re-weights by.</summary>
    /// <param name="x">x_F.</param>
    /// <param name="transverseSquared">p_T², GeV².</param>
    public double BaryonDensity(double x, double transverseSquared)
    {
        double off = x - parameters.BaryonFeynmanX;
        return Math.Exp((-0.5 * off * off / FeynmanXVariance) - (transverseSquared / parameters.BaryonTransverseMomentumSquared));
    }

    /// <summary>Both densities are cut at what energy allows before they are drawn from, so that nearly every draw is good.</summary>
    private FourVector Baryon(double w, ReadOnlySpan<double> masses, ref RandomStream random)
    {
        double rest = 0.0;
        for (int i = 1; i < masses.Length; i++)
        {
            rest += masses[i];
        }

        double most = PhaseSpace.Momentum(w, masses[0], rest);
        double low = Math.Max(FeynmanXMinimum, -2.0 * most / w);
        double high = Math.Min(FeynmanXMaximum, 2.0 * most / w);
        double nearest = Math.Clamp(parameters.BaryonFeynmanX, low, high) - parameters.BaryonFeynmanX;
        double cut = 1.0 - Math.Exp(-Math.Min(TransverseSquaredMaximum, most * most) / parameters.BaryonTransverseMomentumSquared);
        while (true)
        {
            double x = low + (random.NextDouble() * (high - low));
            double off = x - parameters.BaryonFeynmanX;
            if (random.NextDouble() > Math.Exp(-0.5 * ((off * off) - (nearest * nearest)) / FeynmanXVariance))
            {
                continue;
            }

            double transverseSquared = -parameters.BaryonTransverseMomentumSquared * Math.Log(1.0 - (random.NextDouble() * cut));
            double along = 0.5 * x * w;
            double square = (along * along) + transverseSquared;
            if (square < most * most)
            {
                Direction.Turn(random.NextDouble(), out double sin, out double cos);
                double transverse = Math.Sqrt(transverseSquared);
                return new FourVector(Math.Sqrt(square + (masses[0] * masses[0])), transverse * cos, transverse * sin, along);
            }
        }
    }

    /// <summary>
    /// Phase space of what the baryon leaves, weighted with e^(−3.5 p_T) per meson. Few mesons are drawn until they are
    /// accepted; for more a Metropolis chain scatters random pairs isotropically in their rest frame, which phase space is
    /// invariant under, each meson 32 times in the mean. The tests compare the two.
    /// </summary>
    private static void Others(double w, FourVector baryon, ReadOnlySpan<double> masses, ref RandomStream random, Span<FourVector> momenta)
    {
        FourVector system = new(w - baryon.E, -baryon.X, -baryon.Y, -baryon.Z);
        if (masses.Length <= MostDrawnDirectly)
        {
            TransverseMomentum.Draw(system, masses, TransverseSlope, ref random, momenta);
        }
        else
        {
            TransverseMomentum.Chain(system, masses, TransverseSlope, ref random, momenta);
        }
    }
}
