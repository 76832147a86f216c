using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Display.Picture;

/// <summary>The samples of one view within a window, as an image whose pixels are square in cm, drift time upwards.</summary>
internal static class ViewRaster
{
    /// <summary>Most pixels along a side.</summary>
    private const int MostPixels = 1200;

    /// <summary>Makes the image.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="signals">The event's samples.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="wires">Wires from edge to edge: wire w covers w − ½ to w + ½.</param>
    /// <param name="ticks">Samples from edge to edge.</param>
    /// <param name="fullScale">ADC counts at the end of the colour scale.</param>
    public static byte[] Png(DisplayDetector detector, WireSignals signals, int plane, Span1 wires, Span1 ticks, double fullScale)
    {
        double pitch = detector.Planes[plane].Pitch;
        double widthCm = wires.Length * pitch;
        double heightCm = ticks.Length * detector.TickLength;
        double pixel = Math.Max(detector.TickLength, Math.Max(widthCm, heightCm) / MostPixels);
        int width = Math.Max(1, (int)Math.Round(widthCm / pixel));
        int height = Math.Max(1, (int)Math.Round(heightCm / pixel));
        short?[] values = new short?[width * height];
        foreach (WireRegion region in signals.Regions)
        {
            int left = Math.Max(0, Column(region.Wire - 0.5));
            int right = Math.Min(width, Math.Max(Column(region.Wire + 0.5), Column(region.Wire - 0.5) + 1));
            if (region.Plane != plane || left >= right)
            {
                continue;
            }

            ReadOnlySpan<short> samples = signals.Samples(region);
            for (int i = 0; i < samples.Length; i++)
            {
                int low = Math.Max(0, Row(region.StartTick + i));
                int high = Math.Min(height, Math.Max(Row(region.StartTick + i + 1), Row(region.StartTick + i) + 1));
                for (int row = low; row < high; row++)
                {
                    Fill(values.AsSpan(((height - 1 - row) * width) + left, right - left), samples[i]);
                }
            }
        }

        bool bipolar = detector.Card.Planes[plane].Signal == PlaneSignal.Induction;
        byte[] indices = new byte[values.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            double scaled = values[i].GetValueOrDefault() / fullScale;
            indices[i] = values[i] is null
                ? IndexedPng.Transparent
                : (byte)Math.Min(IndexedPng.Transparent - 1, ColourMap.Step(bipolar ? 0.5 + (0.5 * scaled) : scaled));
        }

        return IndexedPng.Write(width, height, indices, (bipolar ? ColourMap.Diverging : ColourMap.Sequential).Colours);

        int Column(double wire) => (int)Math.Floor((wire - wires.Low) / wires.Length * width);
        int Row(double tick) => (int)Math.Floor((tick - ticks.Low) / ticks.Length * height);
    }

    /// <summary>Of several samples in a pixel the one of largest size is shown.</summary>
    private static void Fill(Span<short?> pixels, short sample)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] is not { } there || Math.Abs(sample) > Math.Abs(there))
            {
                pixels[i] = sample;
            }
        }
    }
}
