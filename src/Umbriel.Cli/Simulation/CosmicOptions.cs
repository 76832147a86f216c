using Umbriel.Detector.Cards;
using Umbriel.Detector.Sources;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that lay cosmic muons over every event.</summary>
internal sealed class CosmicOptions
{
    private const double LargestScale = 100.0;

    private readonly Option<bool> cosmics = new("--cosmics") { Description = "Lay cosmic muons over every event; alone: nothing but them." };
    private readonly Option<string?> scale = new("--cosmics-scale") { Description = "Factor on their flux (default: 1).", HelpName = "X" };

    /// <summary>Both.</summary>
    public IReadOnlyList<Option> Symbols => [cosmics, scale];

    /// <summary>Whether there are any.</summary>
    public bool AreOn(ParseResult parsed) => parsed.GetValue(cosmics);

    /// <summary>The muons and what fixes them in text; null and "none" if there are none.</summary>
    public (CosmicMuons? Muons, string Text) For(ParseResult parsed, DetectorCard card)
    {
        double factor = 1.0;
        if (parsed.GetValue(scale) is { } text)
        {
            if (!AreOn(parsed))
            {
                throw new UserErrorException(scale.Name, null, "no --cosmics", "both or neither");
            }

            factor = SimulationOptions.Number(text) is { } value && value is >= 0.0 and <= LargestScale
                ? value
                : throw new UserErrorException(scale.Name, null, $"'{text}'", $"a number from 0 to {LargestScale}");
        }

        return AreOn(parsed) ? (CosmicOverlay.Over(card, factor), CosmicOverlay.ToCanonicalText(card, factor)) : (null, "none");
    }
}
