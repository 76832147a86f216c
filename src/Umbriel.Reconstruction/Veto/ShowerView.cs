using Umbriel.Core;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Veto;

/// <summary>The primary shower as a plane sees it.</summary>
/// <param name="Start">Its start.</param>
/// <param name="Direction">Its direction, of length 1 in the view.</param>
/// <param name="Foreshortening">Length in the view of the direction of length 1 in space.</param>
/// <param name="EnergyMeV">Energy of its hits, MeV.</param>
/// <param name="Places">Where its hits are, in order of wires.</param>
internal sealed record ShowerView(ViewPoint Start, ViewPoint Direction, double Foreshortening, double EnergyMeV, ViewPoint[] Places)
{
    /// <summary>A shower whose direction has less than this length in the view is taken to go along the drift.</summary>
    private const double LeastForeshortening = 1e-6;

    private readonly ViewPoint low = new(Places.Min(static p => (double?)p.Wire) ?? 0.0, Places.Min(static p => (double?)p.Drift) ?? 0.0);
    private readonly ViewPoint high = new(Places.Max(static p => (double?)p.Wire) ?? 0.0, Places.Max(static p => (double?)p.Drift) ?? 0.0);

    /// <summary>The view of a plane.</summary>
    public static ShowerView Of(IReadOnlyList<Hit> hits, bool[] used, SpaceVector start, SpaceVector direction, int plane, ViewGeometry geometry)
    {
        List<ViewPoint> places = [];
        double energy = 0.0;
        for (int i = 0; i < hits.Count; i++)
        {
            if (used[i] && hits[i].Plane == plane)
            {
                places.Add(geometry.Place(hits[i]));
                energy += geometry.EnergyMeV(hits[i]);
            }
        }

        ViewPoint seen = geometry.Direction(plane, direction);
        double length = seen.Length;
        return new ShowerView(geometry.Place(plane, start), length > LeastForeshortening ? seen * (1.0 / length) : new ViewPoint(0.0, 1.0), length, energy, [.. places]);
    }

    /// <summary>Smallest distance between its hits and places; null where it has no hit.</summary>
    public double? Gap(IEnumerable<ViewPoint> places)
    {
        if (Places.Length == 0)
        {
            return null;
        }

        // Nearest first, as far as the box around the shower's hits can tell.
        double smallest = double.PositiveInfinity;
        foreach ((double bound, ViewPoint place) in places.Select(p => (Square(p - Clamp(p)), p)).OrderBy(static p => p.Item1))
        {
            if (bound >= smallest)
            {
                break;
            }

            int from = FirstFrom(place.Wire);
            for (int i = from; i < Places.Length && Square(Places[i].Wire - place.Wire) < smallest; i++)
            {
                smallest = Math.Min(smallest, Square(Places[i] - place));
            }

            for (int i = from - 1; i >= 0 && Square(Places[i].Wire - place.Wire) < smallest; i--)
            {
                smallest = Math.Min(smallest, Square(Places[i] - place));
            }
        }

        return Math.Sqrt(smallest);
    }

    private ViewPoint Clamp(ViewPoint place) => new(Math.Clamp(place.Wire, low.Wire, high.Wire), Math.Clamp(place.Drift, low.Drift, high.Drift));

    private static double Square(double x) => x * x;

    private static double Square(ViewPoint v) => v.Dot(v);

    /// <summary>The first place from a wire coordinate on.</summary>
    private int FirstFrom(double wire)
    {
        (int low, int high) = (0, Places.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Places[middle].Wire < wire ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
