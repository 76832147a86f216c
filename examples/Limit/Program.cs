// The limits of a card's point, as `umbriel limit CARD` has them, from the libraries:
//   dotnet run -c Release --project examples/Limit -- cards/key-point.yaml
using System.Globalization;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Inference;
using Umbriel.Scan;

Card card = CardReader.Read(args[0]);
int threads = Environment.ProcessorCount;
SearchInputs inputs = SearchInputs.For(card, threads);
ScanRun run = new(card, PointCache.None, threads, NoProgress.Instance, CancellationToken.None);
MassLimit limit = run.LimitAt(inputs.MicroBooNE, card.Model).Limit;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"observed {limit.ObservedU2:R}, expected {limit.ExpectedU2:R}"));
