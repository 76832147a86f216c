using Umbriel.Backgrounds.DeepInelastic;
using Umbriel.Backgrounds.Hadronization;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests;

/// <summary>Cross sections of one pion and a nucleon on a free nucleon.</summary>
internal static class OnePion
{
    /// <summary>By resonances, cm².</summary>
    public static double Resonant(ResonanceTable table, InelasticParameters parameters, WeakCurrent current, int neutrino, Nucleon nucleon, bool neutralPion, double energy)
    {
        ResonanceCrossSection crossSection = new(table, parameters);
        ResonanceDecay decay = new(table, parameters);
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        double[] each = new double[ResonanceTable.Count];
        double[] shares = new double[ResonanceDecay.Modes];
        return InelasticIntegral.Of(Density, current, neutrino, nucleon, energy, 0.0, parameters.JoiningMass);

        double Density(double w, double q2)
        {
            crossSection.Differential(current, neutrino, nucleon, energy, w, q2, each);
            double sum = 0.0;
            foreach (QuarkModelState state in QuarkModelState.All)
            {
                decay.Shares(state.Resonance, charge, w, shares);
                double neutral = ResonanceDecay.NeutralPionShare(state.TwoIsospin, charge, w);
                sum += each[(int)state.Resonance] * shares[(int)ResonanceDecayMode.NucleonPion] * (neutralPion ? neutral : 1.0 - neutral);
            }

            return sum;
        }
    }

    /// <summary>By the deep-inelastic model below and above the joining mass, cm²: two hadrons, and the charges of AGKY.</summary>
    public static double NonResonant(PartonDensities densities, InelasticParameters parameters, WeakCurrent current, int neutrino, Nucleon nucleon, bool neutralPion, double energy)
    {
        DeepInelasticCrossSection crossSection = new(densities, parameters);
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        double share = (charge, neutralPion) switch
        {
            (0 or 1, true) => 1.0 / 3.0,
            (0 or 1, false) => 2.0 / 3.0,
            (_, false) => 1.0,
            _ => 0.0,
        };
        double[] probabilities = new double[Multiplicity.Highest + 1];
        return share * InelasticIntegral.Of(
            (w, q2) =>
            {
                Multiplicity.Probabilities(current, neutrino, nucleon, w, parameters, probabilities);
                return probabilities[2] * crossSection.Inclusive(current, neutrino, nucleon, 1, energy, w, q2);
            },
            current,
            neutrino,
            nucleon,
            energy,
            0.0,
            double.PositiveInfinity);
    }
}
