using Umbriel.Backgrounds.Totals;
using Umbriel.Cards;
using Umbriel.Generation.Scattering;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel xsec</c>: cross sections per nucleus, of upscattering or of a Standard-Model process.</summary>
internal static class XsecVerb
{
    private static readonly double[] DefaultEnergies = [0.3, 0.5, 0.8, 1, 1.5, 2, 3];

    public static Command Create()
    {
        CardInput card = new(description: "Model card (YAML), or a DarkNews parameter file; not with --process.", optional: true);
        Option<string?> process = new("--process") { Description = $"Standard-Model process instead of upscattering: {string.Join(", ", StandardProcess.Names)}.", HelpName = "NAME" };
        Option<string?> current = new("--current") { Description = "With --process: charged or neutral current (default: cc; nc for nu-e).", HelpName = "cc|nc" };
        Option<bool> averaged = new("--flux-averaged") { Description = "With --process: one number, averaged over MicroBooNE's flux of this neutrino, at its mean energy." };
        Option<string> target = new("--target") { Description = $"Nuclide: {string.Join(", ", Target.All)}.", DefaultValueFactory = _ => Target.Ar40.Name, HelpName = "NUCLIDE" };
        WordOption<ScatteringRegime> regime = new("--regime", "Scattering regime", ("coherent", ScatteringRegime.Coherent), ("p-el", ScatteringRegime.ProtonElastic), ("n-el", ScatteringRegime.NeutronElastic));
        WordOption<Helicity> helicity = new("--helicity", "Helicity of the dark neutrino compared with the neutrino's", ("both", Helicity.Both), ("conserving", Helicity.Conserving), ("flipping", Helicity.Flipping));
        WordOption<int> neutrino = new("--neutrino", "Beam neutrino; electron neutrinos with --process", ("nu_mu", 14), ("nu_mu_bar", -14), ("nu_e", 12), ("nu_e_bar", -12));
        Option<string> energies = new("--energies") { Description = "Neutrino energies in GeV, separated by commas.", DefaultValueFactory = _ => string.Join(',', DefaultEnergies), HelpName = "GeV,GeV,..." };
        return Verb.Create(
            "xsec",
            "Cross sections per nucleus against neutrino energy: upscattering (p-el times Z, n-el times N), or a Standard-Model process.",
            [process, current, target, regime, helicity, neutrino, energies, averaged, .. card.Symbols],
            Shared.Json,
            [
                "umbriel xsec cards/key-point.yaml --target Ar40 --regime coherent --energies 0.5,1,2",
                "umbriel xsec cards/heavy-dual.yaml --target C12 --regime p-el --helicity flipping --json",
                "umbriel xsec --process qe --current cc --target Ar40 --neutrino nu_mu --energies 0.5,1,2 --json",
            ],
            run =>
            {
                string? name = run.Value(process);
                Refuse(run, name is null ? "without --process" : "with --process", name is null ? [current, averaged] : [regime, helicity, .. run.Value(averaged) ? [energies] : Array.Empty<Option>()]);
                if (name is not null)
                {
                    card.RefuseSettings(run, "--process, which takes none");
                }

                double[] at = NumberList.ParsePositive("--energies", run.Required(energies));
                int beam = neutrino.Of(run.Parsed);
                CrossSectionRows rows = (name, card.PathIn(run)) switch
                {
                    (not null, null) => CrossSectionRows.Of(name, run.Value(current), run.Required(target), beam, run.Value(averaged) ? null : at),
                    (null, not null) when Math.Abs(beam) == 14 => Upscattering(card.Read(run), TargetOf(run.Required(target), regime.Of(run.Parsed)), regime.Of(run.Parsed), beam, helicity.Of(run.Parsed), at),
                    (null, not null) => throw new UserErrorException("--neutrino", null, "an electron neutrino without --process", "nu_mu or nu_mu_bar"),
                    _ => throw new UserErrorException("xsec", null, name is null ? "neither a card nor --process" : "a card and --process", "one of the two"),
                };
                run.PrintArray(rows.Write, rows.Write);
            });
    }

    private static CrossSectionRows Upscattering(Card card, Target target, ScatteringRegime regime, int beam, Helicity outgoing, double[] energies)
    {
        TotalUpscattering crossSection = new(card.Model, target, regime, card.Generation, beam);
        return new CrossSectionRows([.. energies.Select(energy => (energy, crossSection.At(energy, outgoing)))]);
    }

    private static void Refuse(VerbRun run, string with, Option[] options)
    {
        if (options.FirstOrDefault(option => run.Parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new UserErrorException(given.Name, null, $"the option {with}", "to leave it out: see umbriel xsec --help");
        }
    }

    private static Target TargetOf(string name, ScatteringRegime regime)
    {
        Target target = Target.Find(name) ?? throw new UserErrorException("--target", null, $"'{name}'", $"one of {string.Join(", ", Target.All.Select(t => t.Name))}");
        return regime == ScatteringRegime.Coherent && target.A == 1
            ? throw new UserErrorException("--regime", null, $"coherent scattering off {target.Name}", "p-el for hydrogen")
            : target;
    }
}
