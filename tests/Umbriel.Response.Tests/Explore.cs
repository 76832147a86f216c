using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Generation;
namespace Umbriel.Response.Tests;
public sealed class Explore
{
    [Fact]
    public void Go()
    {
        var o = Console.Error;
        var data = Shared.Data; var beam = Shared.Beam;
        TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
        for (int rep = 0; rep < 2; rep++)
        foreach (int n in new[] { 8000, 40000 })
        {
            var t0 = Cpu();
            var b = new ResponseBuilder(data, beam, 1, n);
            o.WriteLine($"n={n} ctor {(Cpu() - t0).TotalSeconds:0.000}");
            foreach (var m in ReferenceMixtures.All)
            {
                var t = Cpu();
                var s = b.Sample(m);
                var t2 = Cpu();
                var map = new EfficiencyMap(Shared.Axes, s);
                var t3 = Cpu();
                var r = b.Build(m);
                var t4 = Cpu();
                var u = b.Uncertainty(m, [m]);
                o.WriteLine($"{m.Name} cells {s.Weights.Length} sel {u.Selected[0].Value:0.000} sample {(t2 - t).TotalSeconds:0.000} ipf {(t3 - t2).TotalSeconds:0.000} build(2nd) {(t4 - t3).TotalSeconds:0.000} {r.EnergySmearing} {r.AngleSmearing}");
                if (rep == 0 && n == 40000) { foreach (var x in map.Residuals) o.WriteLine("   " + string.Join(" ", x.Select(v => v.ToString("0.0000")))); }
            }
        }
        var bb = new ResponseBuilder(data, beam, 1, 20000);
        var broad = ReferenceMixtures.All[3];
        foreach (double l in new[] { 1e-1, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5 })
        {
            var t = Cpu();
            var m = new ReferenceMixture("x", broad.Points, new ConsistentShares(l));
            var s = bb.Sample(m);
            var u = bb.Uncertainty(m, [m]);
            var map = new EfficiencyMap(Shared.Axes, s);
            o.WriteLine($"lambda {l} sel {u.Selected[0].Value:0.00} maxres {map.Residuals.Max(r => r.Max(Math.Abs)):0.0000} KL {s.Shares.Sum(w => w * Math.Log(w * 20)):0.00} t {(Cpu() - t).TotalSeconds:0.00} : {string.Join(" ", s.Shares.Select(w => w.ToString("0.000")))}");
            foreach (var x in map.Residuals) o.WriteLine("   " + string.Join(" ", x.Select(v => v.ToString("0.0000"))));
        }
        EventSource src = new(ResponseBuilder.ExamplePoint, new GenerationSettings(), beam, EventOrigin.Tpc, Shared.Upstream);
        o.WriteLine("pairs " + EventGenerator.Generate(src, 0, 40000, 40000, 2).Weight.Sum());
    }
}
