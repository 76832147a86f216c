using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Neutrons: free flight, elastic scattering with argon recoils, below 12 MeV inelastic scattering with photons (the first is always the
/// 1.461 MeV of ⁴⁰Ar's first level), above the cascade. Followed down to the cut.
/// </summary>
internal static class NeutronTransport
{
    /// <summary>First excited level of ⁴⁰Ar, GeV (Nuclear Data Sheets 140 (2017) 1).</summary>
    private const double FirstLevel = 1.4608e-3;

    /// <summary>
    /// Kinetic energy above which a reaction is a cascade, GeV. Chosen: a little above argon's separation energies.
    /// </summary>
    private const double CascadeLimit = 0.012;

    /// <summary>Follows one to its end.</summary>
    public static void Transport(ref RandomStream random, ParticleState neutron, in Box volume, HeavyTransportSettings settings, SimulatedEvent simulated)
    {
        double nuclei = HadronicCrossSections.PerMillibarn(settings.Density);
        while (neutron.Energy > settings.NeutronCut)
        {
            double elastic = settings.NeutronElasticScale * nuclei * HadronicCrossSections.NeutronElastic(neutron.Energy);
            double reaction = settings.NeutronInelasticScale * nuclei * HadronicCrossSections.NeutronReaction(neutron.Energy);
            double flight = Sampling.Exponential(ref random) / (elastic + reaction);
            double exit = VolumeDistance.Ahead(volume, neutron);
            if (!(flight < exit))
            {
                simulated.Escaped += neutron.Energy;
                return;
            }

            Flight.Advance(ref neutron, flight, Math.Sqrt(StoppingPower.BetaSquared(neutron.Energy, PhysicalConstants.MassNeutron)));
            if (random.NextDouble() * (elastic + reaction) < elastic)
            {
                NuclearRecoil.Scatter(ref random, ref neutron, simulated);
            }
            else if (neutron.Energy > CascadeLimit)
            {
                IntranuclearCascade.StartWithNucleon(ref random, neutron, simulated);
                return;
            }
            else
            {
                Excite(ref random, ref neutron, simulated);
            }
        }

        if (settings.NeutronCapture)
        {
            // S_n(⁴¹Ar) = 6.0989 MeV; the main cascade 4.7453 + 1.1868 + 0.1673 (Nuclear Data Sheets 138 (2016) 1), each with the few keV of rounding in the first.
            simulated.Released += 6.0989e-3;
            simulated.Lost += neutron.Energy;
            ReadOnlySpan<double> cascade = [6.0989e-3 - 1.1868e-3 - 0.1673e-3, 1.1868e-3, 0.1673e-3];
            foreach (double photon in cascade)
            {
                Evaporation.Emit(ref random, neutron, ParticleKind.Photon, photon, CreationProcess.Capture, simulated);
            }

            return;
        }

        simulated.Lost += neutron.Energy;
    }

    /// <summary>
    /// n → n' + photons; n' has an evaporation spectrum of temperature √(E/a) as in <see cref="Evaporation"/>, isotropic. The
    /// recoil is left out.
    /// </summary>
    private static void Excite(ref RandomStream random, ref ParticleState neutron, SimulatedEvent simulated)
    {
        double available = neutron.Energy - FirstLevel;
        if (available <= 0.0)
        {
            return;
        }

        double temperature = Evaporation.Temperature(neutron.Energy);
        double left = Sampling.Evaporation(ref random, temperature);
        if (left > available)
        {
            left = random.NextDouble() * available;
        }

        double photons = neutron.Energy - left;
        neutron.Energy = left;
        (neutron.DX, neutron.DY, neutron.DZ) = Direction.Isotropic(ref random);
        Evaporation.Emit(ref random, neutron, ParticleKind.Photon, FirstLevel, CreationProcess.NuclearInelastic, simulated);
        Evaporation.Photons(ref random, neutron, photons - FirstLevel, CreationProcess.NuclearInelastic, simulated);
    }
}
