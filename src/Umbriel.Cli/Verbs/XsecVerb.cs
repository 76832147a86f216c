using System.CommandLine;
using Umbriel.Cards;
using Umbriel.Cli.Output;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Generation.Scattering;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel xsec</c>: upscattering cross sections per nucleus.</summary>
internal static class XsecVerb
{
    private static readonly double[] DefaultEnergies = [0.3, 0.5, 0.8, 1, 1.5, 2, 3];

    public static Command Create()
    {
        Command command = new("xsec", "Upscattering cross sections per nucleus (p-el times Z, n-el times N) against neutrino energy.");
        Argument<string> card = CommonOptions.Card();
        Option<string> target = new("--target") { Description = $"Nuclide: {string.Join(", ", Target.All)}.", DefaultValueFactory = _ => Target.Ar40.Name, HelpName = "NUCLIDE" };
        WordOption<ScatteringRegime> regime = new("--regime", "Scattering regime", ("coherent", ScatteringRegime.Coherent), ("p-el", ScatteringRegime.ProtonElastic), ("n-el", ScatteringRegime.NeutronElastic));
        WordOption<Helicity> helicity = new("--helicity", "Helicity of the dark neutrino compared with the neutrino's", ("both", Helicity.Both), ("conserving", Helicity.Conserving), ("flipping", Helicity.Flipping));
        WordOption<int> neutrino = new("--neutrino", "Beam neutrino", ("nu_mu", 14), ("nu_mu_bar", -14));
        Option<string> energies = new("--energies") { Description = "Neutrino energies in GeV, separated by commas.", DefaultValueFactory = _ => string.Join(',', DefaultEnergies), HelpName = "GeV,GeV,..." };
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in new Option[] { target, regime, helicity, neutrino, energies, json })
        {
            command.Add(option);
        }

        command.Add(card);
        HelpWithExamples.Install(
            command,
            "umbriel xsec cards/key-point.yaml --target Ar40 --regime coherent --energies 0.5,1,2",
            "umbriel xsec cards/heavy-dual.yaml --target C12 --regime p-el --helicity flipping --json");
        command.SetAction(parsed =>
        {
            Card read = CardReader.Read(parsed.GetRequiredValue(card));
            UpscatteringCrossSection crossSection = new(
                read.Model,
                Target.Parse(parsed.GetRequiredValue(target)),
                regime.Of(parsed),
                read.Generation.FormFactor,
                read.Generation.PauliBlocking,
                neutrino.Of(parsed));
            Helicity outgoing = helicity.Of(parsed);
            (double Energy, double Sigma)[] rows =
                [.. NumberList.ParsePositive("--energies", parsed.GetRequiredValue(energies)).Select(energy => (energy, crossSection.Total(energy, outgoing)))];
            Print(parsed.InvocationConfiguration.Output, rows, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, (double Energy, double Sigma)[] rows, bool json)
    {
        if (json)
        {
            JsonOutput.WriteArray(output, writer =>
            {
                foreach ((double energy, double sigma) in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("energy_GeV", energy);
                    writer.WriteNumber("sigma_cm2", sigma);
                    writer.WriteEndObject();
                }
            });
            return;
        }

        TextTable table = new("E [GeV]", "sigma [cm2]");
        foreach ((double energy, double sigma) in rows)
        {
            table.Add(Show.Brief(energy), Show.Brief(sigma));
        }

        table.Write(output);
    }
}
