using Umbriel.Cards;
using Umbriel.Generation.Scattering;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel xsec</c>: upscattering cross sections per nucleus.</summary>
internal static class XsecVerb
{
    private static readonly double[] DefaultEnergies = [0.3, 0.5, 0.8, 1, 1.5, 2, 3];

    public static Command Create()
    {
        CardInput card = new();
        Option<string> target = new("--target") { Description = $"Nuclide: {string.Join(", ", Target.All)}.", DefaultValueFactory = _ => Target.Ar40.Name, HelpName = "NUCLIDE" };
        WordOption<ScatteringRegime> regime = new("--regime", "Scattering regime", ("coherent", ScatteringRegime.Coherent), ("p-el", ScatteringRegime.ProtonElastic), ("n-el", ScatteringRegime.NeutronElastic));
        WordOption<Helicity> helicity = new("--helicity", "Helicity of the dark neutrino compared with the neutrino's", ("both", Helicity.Both), ("conserving", Helicity.Conserving), ("flipping", Helicity.Flipping));
        WordOption<int> neutrino = new("--neutrino", "Beam neutrino", ("nu_mu", 14), ("nu_mu_bar", -14));
        Option<string> energies = new("--energies") { Description = "Neutrino energies in GeV, separated by commas.", DefaultValueFactory = _ => string.Join(',', DefaultEnergies), HelpName = "GeV,GeV,..." };
        return Verb.Create(
            "xsec",
            "Upscattering cross sections per nucleus (p-el times Z, n-el times N) against neutrino energy.",
            [target, regime, helicity, neutrino, energies, .. card.Symbols],
            Shared.Json,
            [
                "umbriel xsec cards/key-point.yaml --target Ar40 --regime coherent --energies 0.5,1,2",
                "umbriel xsec cards/heavy-dual.yaml --target C12 --regime p-el --helicity flipping --json",
            ],
            run =>
            {
                Card read = card.Read(run);
                UpscatteringCrossSection crossSection = new(
                    read.Model,
                    TargetOf(run.Required(target), regime.Of(run.Parsed)),
                    regime.Of(run.Parsed),
                    read.Generation.FormFactor,
                    read.Generation.PauliBlocking,
                    neutrino.Of(run.Parsed));
                Helicity outgoing = helicity.Of(run.Parsed);
                (double Energy, double Sigma)[] rows =
                    [.. NumberList.ParsePositive("--energies", run.Required(energies)).Select(energy => (energy, crossSection.Total(energy, outgoing)))];
                Print(run, rows);
            });
    }

    private static Target TargetOf(string name, ScatteringRegime regime)
    {
        Target target = Target.Find(name) ?? throw new UserErrorException("--target", null, $"'{name}'", $"one of {string.Join(", ", Target.All.Select(t => t.Name))}");
        return regime == ScatteringRegime.Coherent && target.A == 1
            ? throw new UserErrorException("--regime", null, $"coherent scattering off {target.Name}", "p-el for hydrogen")
            : target;
    }

    private static void Print(VerbRun run, (double Energy, double Sigma)[] rows) => run.PrintArray(
        writer =>
        {
            foreach ((double energy, double sigma) in rows)
            {
                writer.WriteStartObject();
                writer.WriteNumber("energy_GeV", energy);
                writer.WriteNumber("sigma_cm2", sigma);
                writer.WriteEndObject();
            }
        },
        output =>
        {
            TextTable table = new("E [GeV]", "sigma [cm2]");
            foreach ((double energy, double sigma) in rows)
            {
                table.Add(Show.Brief(energy), Show.Brief(sigma));
            }

            table.Write(output);
        });
}
