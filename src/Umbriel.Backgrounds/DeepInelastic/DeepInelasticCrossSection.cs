using Umbriel.Backgrounds.Hadronization;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>
/// Deep-inelastic scattering on a nucleon at rest,
/// <code>
/// d²σ/dx dy = G_F² M E/π (1 + Q²/M_B²)^−2 { y(xy + m²/2EM) F1 + (1 − y − Mxy/2E − m²/4E²) F2 ± (xy(1 − y/2) − y m²/4ME) F3 − m²/2ME F5 }
/// </code>
/// (S. Kretzer, M. H. Reno, PRD 66 (2002) 113007; M_B of the W or Z) with <see cref="BodekYang"/>, as
/// d²σ/dW dQ² = d²σ/dx dy · W/(2M²E²y). Below the joining mass each multiplicity has its
/// <see cref="NonResonantFactors"/>: there the model stands for the background under the resonances. Immutable; safe to
/// share between threads.
/// </summary>
public sealed class DeepInelasticCrossSection
{
    private readonly BodekYang structure;
    private readonly InelasticParameters parameters;

    /// <summary>Takes the densities and the parameters.</summary>
    /// <param name="densities">The densities.</param>
    /// <param name="parameters">The parameters.</param>
    public DeepInelasticCrossSection(PartonDensities densities, InelasticParameters parameters)
    {
        structure = new BodekYang(densities, parameters);
        this.parameters = parameters;
    }

    /// <summary>d²σ/dW dQ² with the factors on few-pion states below the joining mass, cm²/GeV³.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="massNumber">A of the nucleus it is in; 1 for a free nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    public double Differential(WeakCurrent current, int neutrino, Nucleon nucleon, int massNumber, double energy, double w, double q2)
    {
        double full = Inclusive(current, neutrino, nucleon, massNumber, energy, w, q2);
        if (full == 0.0 || w >= parameters.JoiningMass)
        {
            return full;
        }

        Span<double> multiplicities = stackalloc double[Multiplicity.Highest + 1];
        return full * Multiplicity.Probabilities(current, neutrino, nucleon, w, parameters, multiplicities);
    }

    /// <summary>d²σ/dW dQ² of the model itself at any mass, cm²/GeV³.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="massNumber">A of the nucleus it is in; 1 for a free nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    public double Inclusive(WeakCurrent current, int neutrino, Nucleon nucleon, int massNumber, double energy, double w, double q2)
    {
        double mass = nucleon.Mass();
        double leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        (double lower, double upper) = NeutrinoScattering.TransferLimits(energy, mass, leptonMass, w);
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        if (w <= NeutrinoScattering.PionThreshold(charge) || !(q2 > lower) || !(q2 < upper))
        {
            return 0.0;
        }

        double nu = ((w * w) - (mass * mass) + q2) / (2.0 * mass);
        StructureFunctions f = structure.At(current, neutrino, nucleon, massNumber, nu, q2);
        double x = q2 / (2.0 * mass * nu);
        double y = nu / energy;
        double m2 = leptonMass * leptonMass;
        double boson = current == WeakCurrent.Charged ? PhysicalConstants.MassW : PhysicalConstants.MassZ;
        double propagator = 1.0 / (1.0 + (q2 / (boson * boson)));
        double sum = (y * ((x * y) + (m2 / (2.0 * energy * mass))) * f.F1)
            + ((1.0 - y - (mass * x * y / (2.0 * energy)) - (m2 / (4.0 * energy * energy))) * f.F2)
            + (Math.Sign(neutrino) * ((x * y * (1.0 - (0.5 * y))) - (y * m2 / (4.0 * mass * energy))) * f.F3)
            - (m2 / (2.0 * mass * energy) * f.F5);
        double front = PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * PhysicalConstants.HbarCSquared * mass * energy / Math.PI;
        double jacobian = w / (2.0 * mass * mass * energy * energy * y);
        return parameters.DeepInelasticScale * front * propagator * propagator * jacobian * Math.Max(0.0, sum);
    }
}
