using System.Reflection;
using Umbriel.Bench;

string? ledger = args switch
{
    [] => null,
    ["--ledger", string path] => path,
    _ => throw new ArgumentException("usage: Umbriel.Bench [--ledger FILE]"),
};

List<Measurement> measurements = [];
foreach (Measurement measurement in Workloads.Run())
{
    Console.WriteLine($"{measurement.Name,-42} {measurement.MedianPerSecond,12:G4} {measurement.Unit}/s per core (best {measurement.BestPerSecond:G4}), {measurement.MedianMilliseconds:G3} ms each");
    measurements.Add(measurement);
}

if (ledger is not null)
{
    Ledger.Record(ledger, Assembly.GetExecutingAssembly().GetName().Version!.ToString(3), measurements);
}
