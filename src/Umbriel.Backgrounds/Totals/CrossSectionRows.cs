using System.Text.Json;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Totals;

/// <summary>Cross sections against neutrino energy, as they are printed.</summary>
/// <param name="Rows">Energy in GeV and cross section in cm² per nucleus.</param>
public sealed record CrossSectionRows(IReadOnlyList<(double Energy, double Sigma)> Rows)
{
    /// <summary>Cross sections of a Standard-Model process with the default parameters.</summary>
    /// <param name="process">See <see cref="StandardProcess.Create"/>.</param>
    /// <param name="current">See <see cref="StandardProcess.Create"/>.</param>
    /// <param name="target">Name of the nucleus.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="energies">Neutrino energies, GeV; null for one row, averaged over MicroBooNE's flux, at its mean energy.</param>
    public static CrossSectionRows Of(string process, string? current, string target, int neutrino, IReadOnlyList<double>? energies)
    {
        IReadOnlyList<IInteraction> interactions = StandardProcess.Create(process, current, Nucleus.Find(target), neutrino, new InteractionParameters());
        if (energies is not null)
        {
            return new CrossSectionRows([.. energies.Select(energy => (energy, interactions.Sum(i => CrossSection.At(i, energy))))]);
        }

        FluxSpectrum flux = new(NeutrinoFlux.Load(UmbrielHome.DataPath("flux", "bnb_microboone_fhc.csv")), neutrino);
        return new CrossSectionRows([(flux.MeanEnergy, interactions.Sum(i => CrossSection.Averaged(i, flux)))]);
    }

    /// <summary>Writes them as items of an array that is open: energy_GeV and sigma_cm2.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((double energy, double sigma) in Rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("energy_GeV", energy);
            writer.WriteNumber("sigma_cm2", sigma);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes them as a table.</summary>
    public void Write(TextWriter output)
    {
        TextTable table = new("E [GeV]", "sigma [cm2]");
        foreach ((double energy, double sigma) in Rows)
        {
            table.Add(Show.Brief(energy), Show.Brief(sigma));
        }

        table.Write(output);
    }
}
