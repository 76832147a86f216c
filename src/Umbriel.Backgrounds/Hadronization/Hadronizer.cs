using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Final states of a struck nucleon in the AGKY model at low W (Eur. Phys. J. C 63 (2009) 1), here at all W: the number of
/// hadrons from <see cref="Multiplicity"/>, their kinds from <see cref="HadronContent"/>; two hadrons are isotropic; of more
/// the baryon has the momentum of <see cref="BaryonMomentum"/>, the others share the rest as phase space times
/// exp(−3.5 p_T/GeV) each. z is the momentum transfer, backwards is the target's side. Conserves energy, momentum, charge, baryon number and strangeness.
/// </summary>
public sealed class Hadronizer
{
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
            momenta[0] = new BaryonMomentum(parameters, w, masses).Sample(ref random);
            Others(w, momenta[0], masses[1..], ref random, momenta[1..]);
        }

        for (int i = 0; i < n; i++)
        {
            hadrons[i] = new Hadron(pdg[i], momenta[i]);
        }

        return n;
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
