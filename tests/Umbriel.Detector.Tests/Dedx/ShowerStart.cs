namespace Umbriel.Detector.Tests.Dedx;

/// <summary>The first 4 cm of ionisation of one event, projected on its direction, MeV/cm.</summary>
/// <param name="Energy">Deposited.</param>
/// <param name="Charge">Electrons that escape recombination × 23.6 eV over the share that escapes at 2.1 MeV/cm: what calorimetry with one constant gives.</param>
/// <param name="Weight">Of the event.</param>
internal readonly record struct ShowerStart(double Energy, double Charge, double Weight)
{
    /// <summary>Value below which half of the weight lies.</summary>
    public static double Median(IEnumerable<ShowerStart> starts, Func<ShowerStart, double> of)
    {
        ShowerStart[] sorted = [.. starts.OrderBy(of)];
        double half = 0.5 * sorted.Sum(static s => s.Weight);
        return of(sorted[IndexOf(sorted, half)]);
    }

    /// <summary>Centre of the 0.4 MeV/cm in which most of the weight lies.</summary>
    public static double Peak(IReadOnlyCollection<ShowerStart> starts, Func<ShowerStart, double> of) =>
        Enumerable.Range(0, 120).Select(static i => 0.05 * i).MaxBy(x => starts.Where(s => Math.Abs(of(s) - x) < 0.2).Sum(static s => s.Weight));

    /// <summary>Share of the weight above a cut.</summary>
    public static double Above(IReadOnlyCollection<ShowerStart> starts, Func<ShowerStart, double> of, double cut) =>
        starts.Where(s => of(s) > cut).Sum(static s => s.Weight) / starts.Sum(static s => s.Weight);

    private static int IndexOf(ShowerStart[] sorted, double half)
    {
        int i = 0;
        for (double sum = sorted[0].Weight; sum < half; sum += sorted[i].Weight)
        {
            i++;
        }

        return i;
    }
}
