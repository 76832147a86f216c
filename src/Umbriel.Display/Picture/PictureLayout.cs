namespace Umbriel.Display.Picture;

/// <summary>
/// Where the three views are on the picture. All have the same size and scale in cm: side by side with one drift axis, or one
/// below the other, whichever shows the event larger.
/// </summary>
internal sealed class PictureLayout
{
    public const double Left = 66.0;
    public const double Right = 58.0;
    public const double Top = 56.0;
    public const double Below = 46.0;
    public const double BarRoom = 62.0;
    private const double Gap = 14.0;
    private const double MostWidth = 1060.0;
    private const double MostHeight = 430.0;
    private const double MostStackedHeight = 250.0;

    /// <summary>Longest and shortest allowed shape of a view (long side over short side).</summary>
    private const double MostShape = 3.2;

    public PictureLayout(DisplayDetector detector, EventFrame frame)
    {
        // The same extent in every view, at least 20 cm, not too elongated.
        double width = 20.0;
        for (int i = 0; i < detector.Planes.Count; i++)
        {
            width = Math.Max(width, frame.Wires[i].Length * detector.Planes[i].Pitch);
        }

        double height = Math.Max(20.0, frame.Ticks.Length * detector.TickLength);
        WidthCm = Math.Max(width, height / MostShape);
        HeightCm = Math.Max(height, WidthCm / MostShape);
        double inner = MostWidth - Left - Right;
        int views = detector.Planes.Count;
        double beside = Math.Min((inner - ((views - 1) * Gap)) / views / WidthCm, MostHeight / HeightCm);
        double stacked = Math.Min(inner / WidthCm, MostStackedHeight / HeightCm);
        Stacked = stacked > beside;
        Scale = Math.Max(stacked, beside);
        // Whole pixels, so that frames are sharp on screens.
        ViewWidth = Math.Round(WidthCm * Scale);
        ViewHeight = Math.Round(HeightCm * Scale);
        Views = views;
        Ticks = new Span1(frame.Ticks.Middle - (0.5 * HeightCm / detector.TickLength), frame.Ticks.Middle + (0.5 * HeightCm / detector.TickLength));
        Wires = [.. frame.Wires.Select((w, i) => new Span1(w.Middle - (0.5 * WidthCm / detector.Planes[i].Pitch), w.Middle + (0.5 * WidthCm / detector.Planes[i].Pitch)))];
        Width = Left + Right + (Stacked ? ViewWidth : (views * ViewWidth) + ((views - 1) * Gap));
        Height = Top + BarRoom + (Stacked ? views * (ViewHeight + Below) : ViewHeight + Below);
    }

    public double WidthCm { get; }

    public double HeightCm { get; }

    /// <summary>px per cm.</summary>
    public double Scale { get; }

    public double ViewWidth { get; }

    public double ViewHeight { get; }

    public bool Stacked { get; }

    public int Views { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Samples shown, for charge as seen by the first plane with no shift.</summary>
    public Span1 Ticks { get; }

    public IReadOnlyList<Span1> Wires { get; }

    public (double X, double Y) Corner(int view) => Stacked
        ? (Left, Top + (view * (ViewHeight + Below)))
        : (Left + (view * (ViewWidth + Gap)), Top);
}
