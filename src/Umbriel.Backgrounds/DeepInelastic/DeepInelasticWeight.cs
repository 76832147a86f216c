using Umbriel.Backgrounds.Hadronization;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>
/// Weight that takes an event of deep-inelastic scattering, or of the background below the joining mass, from the
/// parameters it was made with to others: the ratio of the cross sections at its (W, Q²), of the factors on its number of
/// hadrons, and of the densities of its baryon's momentum. Exact. Immutable; safe to share between threads.
/// </summary>
public sealed class DeepInelasticWeight
{
    private readonly InelasticParameters made;
    private readonly InelasticParameters wanted;
    private readonly DeepInelasticCrossSection before;
    private readonly DeepInelasticCrossSection after;

    /// <summary>Takes both sets of parameters.</summary>
    /// <param name="densities">The densities.</param>
    /// <param name="made">Those that the events were made with.</param>
    /// <param name="wanted">Those that they are to be of.</param>
    public DeepInelasticWeight(PartonDensities densities, InelasticParameters made, InelasticParameters wanted)
    {
        this.made = made;
        this.wanted = wanted;
        before = new DeepInelasticCrossSection(densities, made);
        after = new DeepInelasticCrossSection(densities, wanted);
    }

    /// <summary>The weight.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="massNumber">A of the nucleus it is in; 1 for a free nucleon.</param>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="w">Invariant mass, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="hadrons">The hadrons in their rest frame, z along the momentum transfer, the baryon first.</param>
    public double Of(WeakCurrent current, int neutrino, Nucleon nucleon, int massNumber, double energy, double w, double q2, ReadOnlySpan<Hadron> hadrons)
    {
        int n = hadrons.Length;
        double old = before.Inclusive(current, neutrino, nucleon, massNumber, energy, w, q2) * Factor(made, current, neutrino, nucleon, w, n);
        double now = after.Inclusive(current, neutrino, nucleon, massNumber, energy, w, q2) * Factor(wanted, current, neutrino, nucleon, w, n);
        if (!(old > 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(w), w, $"no state of {n} hadrons is made at this W and Q²");
        }

        if (n == 2)
        {
            return now / old;
        }

        Span<double> masses = stackalloc double[n];
        for (int i = 0; i < n; i++)
        {
            masses[i] = HadronProperties.Mass(hadrons[i].Pdg);
        }

        return now / old * new BaryonMomentum(wanted, w, masses).Density(hadrons[0].Momentum) / new BaryonMomentum(made, w, masses).Density(hadrons[0].Momentum);
    }

    private static double Factor(InelasticParameters parameters, WeakCurrent current, int neutrino, Nucleon nucleon, double w, int hadrons) =>
        w < parameters.JoiningMass ? parameters.NonResonant.Of(current, neutrino, nucleon, hadrons) : 1.0;
}
