using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Where along the beam a flash came from. Photomultipliers see distant light as from nearer to the middle: the mean of their
/// places is off by up to two metres. Here mean and width in y and z are compared with those of light from points on a lattice. Immutable.
/// </summary>
internal sealed class FlashOrigin
{
    private const double StepZ = 8.0;
    private const double StepY = 40.0;
    private const double StepDistance = 24.0;
    private const double FirstDistance = 4.0;
    private const double FirstHeight = 18.0;

    private readonly (double Z, FlashPosition Position)[] lattice;
    private readonly double spread;

    /// <summary>Works out the lattice.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="spread">Spread of mean and width beside that of counting, cm.</param>
    public FlashOrigin(DetectorCard card, double spread)
    {
        this.spread = spread;
        Box active = card.ActiveVolume;
        Photomultipliers photomultipliers = new(card);
        List<(double, FlashPosition)> places = [];
        for (double z = active.ZLow; z <= active.ZHigh; z += StepZ)
        {
            for (double distance = FirstDistance; distance < card.DriftLength; distance += StepDistance)
            {
                for (double y = active.YLow + FirstHeight; y < active.YHigh; y += StepY)
                {
                    float[] light = new float[photomultipliers.Count];
                    photomultipliers.Add(distance, y, z, 1.0, light);
                    places.Add((z, photomultipliers.MeanPosition(light)!.Value));
                }
            }
        }

        lattice = [.. places];
    }

    /// <summary>Mean z, cm, of points that could have been its origin, each weighted with its likelihood.</summary>
    /// <param name="place">Where it was seen.</param>
    /// <param name="photoElectrons">How many photo-electrons were.</param>
    public double Z(FlashPosition place, double photoElectrons)
    {
        double counted = Math.Max(1.0, photoElectrons);
        double least = double.PositiveInfinity;
        double[] misfits = new double[lattice.Length];
        for (int i = 0; i < misfits.Length; i++)
        {
            FlashPosition expected = lattice[i].Position;
            misfits[i] = Misfit(expected.Z - place.Z, expected.ZWidth, place.ZWidth, counted) + Misfit(expected.Y - place.Y, expected.YWidth, place.YWidth, counted);
            least = Math.Min(least, misfits[i]);
        }

        double sum = 0.0;
        double mean = 0.0;
        for (int i = 0; i < misfits.Length; i++)
        {
            double weight = Math.Exp(-0.5 * (misfits[i] - least));
            sum += weight;
            mean += weight * lattice[i].Z;
        }

        return mean / sum;
    }

    /// <summary>χ² of mean and width.</summary>
    private double Misfit(double difference, double expectedWidth, double width, double counted)
    {
        double variance = width * width / counted;
        return (Square(difference) / (variance + (spread * spread))) + (Square(expectedWidth - width) / ((0.5 * variance) + (spread * spread)));
    }

    private static double Square(double x) => x * x;
}
