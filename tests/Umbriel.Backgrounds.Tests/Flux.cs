using Umbriel.Backgrounds.Totals;
using Umbriel.Beam;

namespace Umbriel.Backgrounds.Tests;

/// <summary>Spectra of the beam at MicroBooNE.</summary>
internal static class Flux
{
    private static readonly NeutrinoFlux Beam = NeutrinoFlux.Load(Repository.PathOf("data/flux/bnb_microboone_fhc.csv"));
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, FluxSpectrum> Spectra = new();

    public static FluxSpectrum Of(int neutrino) => Spectra.GetOrAdd(neutrino, n => new FluxSpectrum(Beam, n));
}
