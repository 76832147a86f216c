namespace Umbriel.Reconstruction.Hits;

/// <summary>One Gaussian of a pulse: height · exp(−(t − time)²/(2 width²)), time and width in samples.</summary>
internal record struct GaussianPeak(double Height, double Time, double Width)
{
    public static readonly double RootTwoPi = Math.Sqrt(2.0 * Math.PI);

    /// <summary>Integral over all samples.</summary>
    public readonly double Area => Height * Width * RootTwoPi;

    public readonly double At(double time)
    {
        double z = (time - Time) / Width;
        return Height * Math.Exp(-0.5 * z * z);
    }
}
