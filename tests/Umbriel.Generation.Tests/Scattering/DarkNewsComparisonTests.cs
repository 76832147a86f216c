using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

public sealed class DarkNewsComparisonTests
{
    [Fact]
    public void Print()
    {
        using StreamWriter w = new("/tmp/xs.txt");
        foreach (DarkNewsCrossSection row in DarkNewsCrossSection.Read())
        {
            double pure = row.CrossSection(false).Total(row.Energy, row.Helicity);
            double full = row.CrossSection(true).Total(row.Energy, row.Helicity);
            w.WriteLine($"{row.Benchmark,-30} {row.Target} {row.Regime,-16} {row.Helicity,-11} {row.Energy,4} {row.ZPrime:E4} {pure / row.ZPrime - 1:E3} interf {(full - pure - row.NeutralCurrent) / row.Interference:F4} {row.Interference / row.ZPrime:E2} {row.NeutralCurrent/row.ZPrime:E2}");
        }
    }
}
