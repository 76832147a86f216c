using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation.Scattering;

/// <summary>σ(E) of one regime on one nuclide under the settings of a run: of the nucleus, of free nucleons, or of nucleons in their nucleus.</summary>
public sealed class TotalUpscattering
{
    private readonly UpscatteringCrossSection free;
    private readonly BoundUpscattering? bound;

    /// <summary>Prepares the cross section.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">Coherent, proton- or neutron-elastic.</param>
    /// <param name="settings">Form factor, Pauli blocking, nuclear response.</param>
    /// <param name="neutrinoPdg">PDG code of the beam neutrino.</param>
    public TotalUpscattering(DarkSectorParameters parameters, Target target, ScatteringRegime regime, GenerationSettings settings, int neutrinoPdg)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool inNucleus = BoundUpscattering.Applies(settings.NuclearResponse, target, regime);
        free = new UpscatteringCrossSection(parameters, target, regime, settings.FormFactor, settings.PauliBlocking && !inNucleus, neutrinoPdg);
        bound = inNucleus && UpscatteringCrossSection.Exists(target, regime) ? new BoundUpscattering(free, target, regime) : null;
    }

    /// <summary>Neutrino energy at which the reaction opens, GeV.</summary>
    public double Threshold => bound?.Threshold ?? free.Threshold;

    /// <summary>σ in cm² per nucleus at a neutrino energy in GeV; zero below threshold.</summary>
    public double At(double energy, Helicity helicity) => bound?.Total(energy, helicity) ?? free.Total(energy, helicity);

    /// <summary>The same as a function of the energy, up to one in GeV: tabulated where it takes long (<see cref="BoundTotals"/>).</summary>
    internal Func<double, double> Tabulated(Helicity helicity, double maximum) => bound is null || maximum <= bound.Threshold
        ? energy => At(energy, helicity)
        : new BoundTotals(bound, helicity, maximum).At;
}
