using System.Reflection;
using Umbriel.Bench;

(string? ledger, string filter) = args switch
{
    [] => (null, ""),
    ["--ledger", string path] => (path, ""),
    ["--only", string part] => (null, part),
    _ => throw new ArgumentException("usage: Umbriel.Bench [--ledger FILE | --only PART-OF-A-NAME]"),
};

List<Measurement> measurements = [];
foreach (Measurement measurement in Workloads.Run(filter))
{
    Console.WriteLine($"{measurement.Name,-24} {measurement.MedianPerSecond,12:G4} {measurement.Unit}/s per core (best {measurement.BestPerSecond:G4}), {measurement.MedianMilliseconds:G3} ms each");
    measurements.Add(measurement);
}

if (ledger is not null)
{
    Ledger.Record(ledger, Assembly.GetExecutingAssembly().GetName().Version!.ToString(3), measurements);
}
