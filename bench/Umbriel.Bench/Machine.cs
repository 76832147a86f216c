using System.Globalization;
using System.Runtime.InteropServices;

namespace Umbriel.Bench;

/// <summary>What a number was measured on, without anything that names the machine.</summary>
internal static class Machine
{
    public static string Processor { get; } = File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    public static int Cores => Environment.ProcessorCount;

    public static int MemoryGiB { get; } = (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30));

    /// <summary>Processes that wanted to run over the last minute: above the number of cores, the machine was busy.</summary>
    public static double LoadAverage => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    public static string Runtime => RuntimeInformation.FrameworkDescription;
}
