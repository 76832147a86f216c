using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Cards;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>What a card's comparison with MiniBooNE is made from, read and hashed.</summary>
internal sealed class MiniBooNEInputs
{
    private MiniBooNEInputs(Card card, MiniBooNEBeams beams, ElectronLikeReconstruction reconstruction, IReadOnlyList<MiniBooNERelease> releases, IReadOnlyList<string> files)
    {
        Card = card;
        Beams = beams;
        Reconstruction = reconstruction;
        Releases = releases;
        Files = files;
        Fits = [.. from release in releases from mode in card.MiniBooNE.Modes select new MiniBooNEFit(release, mode)];
        DataHash = ContentHash.OfParts(files.Select(f => KeyValuePair.Create(Path.GetFileName(f), ContentHash.OfFile(f))));
    }

    public Card Card { get; }

    public MiniBooNEBeams Beams { get; }

    public ElectronLikeReconstruction Reconstruction { get; }

    /// <summary>The releases that the card names, in its order.</summary>
    public IReadOnlyList<MiniBooNERelease> Releases { get; }

    /// <summary>Every file read besides the card.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Hash of the files.</summary>
    public string DataHash { get; }

    /// <summary>All fits that the card names.</summary>
    public IReadOnlyList<MiniBooNEFit> Fits { get; }

    /// <summary>The fit that is drawn and compared with the search.</summary>
    public MiniBooNEFit Drawn => Fits[0];

    /// <summary>Generation for MiniBooNE: the card's, but for the site and what its section says.</summary>
    public GenerationSettings Generation => Card.Generation with { Site = Beams.Site, Regimes = Card.MiniBooNE.Regimes };

    public static MiniBooNEInputs Read(Card card)
    {
        string data = UmbrielHome.DataPath();
        MiniBooNEBeams beams = MiniBooNEBeams.Of(DetectorSites.Read(MiniBooNEBeams.SiteName));
        MiniBooNERelease[] releases = [.. card.MiniBooNE.Releases.Select(r => MiniBooNERelease.Load(data, r))];
        return new MiniBooNEInputs(
            card,
            beams,
            ElectronLikeReconstruction.Load(data, card.MiniBooNE.Efficiency, card.MiniBooNE.RingCut, card.MiniBooNE.Clipped),
            releases,
            [.. beams.Site.Files, .. ElectronLikeReconstruction.FilesIn(data), .. card.MiniBooNE.Releases.SelectMany(r => MiniBooNERelease.FilesIn(data, r))]);
    }
}
