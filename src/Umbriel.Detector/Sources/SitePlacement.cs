using System.Globalization;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Detector.Sources;

/// <summary>Brings a site's frame into that of its detector's card.</summary>
public static class SitePlacement
{
    /// <summary>Difference of edges that is let pass, cm.</summary>
    private const double Tolerance = 1.0;

    /// <summary>What moves the middle of the site's active volume to that of the card's, cm.</summary>
    /// <param name="site">Title of the site, for messages.</param>
    /// <param name="geometry">The site's geometry.</param>
    /// <param name="card">The detector.</param>
    /// <param name="path">Path of the detector card, for messages.</param>
    /// <exception cref="UserErrorException">The two are not the same volume of liquid argon.</exception>
    public static (double X, double Y, double Z) Shift(string site, DetectorGeometry geometry, DetectorCard card, string path)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(card);
        Box active = card.ActiveVolume;
        (double X, double Y, double Z) found = (active.XHigh - active.XLow, active.YHigh - active.YLow, active.ZHigh - active.ZLow);
        if (geometry.Active is not Box box || geometry.Liquid.Any(part => part.Target != Target.Ar40))
        {
            throw new UserErrorException(path, "activeVolume", $"{Edges(found)} of liquid argon", $"{site}'s active volume, which is not a box of liquid argon; choose another site");
        }

        (double X, double Y, double Z) edges = (box.XHigh - box.XLow, box.YHigh - box.YLow, box.ZHigh - box.ZLow);
        return Math.Abs(found.X - edges.X) <= Tolerance && Math.Abs(found.Y - edges.Y) <= Tolerance && Math.Abs(found.Z - edges.Z) <= Tolerance
            ? (
                0.5 * (active.XLow + active.XHigh - box.XLow - box.XHigh),
                0.5 * (active.YLow + active.YHigh - box.YLow - box.YHigh),
                0.5 * (active.ZLow + active.ZHigh - box.ZLow - box.ZHigh))
            : throw new UserErrorException(path, "activeVolume", Edges(found), $"{site}'s {Edges(edges)}, where pairs are born; choose the site of this detector with --site, or leave --detector out");
    }

    private static string Edges((double X, double Y, double Z) edges) =>
        string.Create(CultureInfo.InvariantCulture, $"{edges.X:G6} x {edges.Y:G6} x {edges.Z:G6} cm");
}
