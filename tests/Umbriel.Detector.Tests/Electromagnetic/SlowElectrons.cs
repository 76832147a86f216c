using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Electrons that enter half of space along its normal, simulated and after T. Tabata, R. Ito and S. Okabe.</summary>
internal static class SlowElectrons
{
    private const double Z = 18.0;
    private static readonly Box Half = new(-100.0, 100.0, -100.0, 100.0, 0.0, 200.0);

    /// <summary>Extrapolated range, g/cm²: the line through 60% and 30% of the distribution of largest depths, taken to zero; and electrons that come back per electron.</summary>
    public static (double Range, double Backscattered) Enter(ElectromagneticTransport transport, double kinetic, int events)
    {
        SimulatedEvent simulated = new();
        double[] deepest = new double[events];
        List<Deposit> last = [];
        int back = 0;
        for (int i = 0; i < events; i++)
        {
            Showers.Run(transport, simulated, Half, 41, i, Showers.Particle(ParticleKind.Electron, kinetic));
            last.Clear();
            foreach (Deposit deposit in simulated.Deposits)
            {
                if (deposit.Particle == 0)
                {
                    deepest[i] = Math.Max(deepest[i], Math.Max(deposit.Z, deposit.EndZ));
                }

                if (last.Count > 0 && last[^1].Particle == deposit.Particle)
                {
                    last[^1] = deposit;
                }
                else
                {
                    last.Add(deposit);
                }
            }

            // A particle's deposits lie together.
            back += last.Count(d => d.EndZ <= 0.0 && d.Length > 0.0 && simulated.Particles[d.Particle].Start.Kind == ParticleKind.Electron);
        }

        Array.Sort(deepest);
        double high = deepest[(int)(0.40 * events)];
        double low = deepest[(int)(0.70 * events)];
        return ((low + (low - high)) * LiquidArgon.Density, (double)back / events);
    }

    /// <summary>Nucl. Instrum. Meth. 103 (1972) 85: g/cm², within 4.6% (rms) of measurements from 1 to 30 MeV.</summary>
    public static double ExtrapolatedRange(double kinetic)
    {
        double tau = kinetic / PhysicalConstants.MassElectron;
        double a1 = 0.2335 * LiquidArgon.A / Math.Pow(Z, 1.209);
        const double a2 = 1.78e-4 * Z;
        const double a3 = 0.9891 - (3.01e-4 * Z);
        const double a4 = 1.468 - (1.180e-2 * Z);
        double a5 = 1.232 / Math.Pow(Z, 0.109);
        return a1 * ((Math.Log(1.0 + (a2 * tau)) / a2) - (a3 * tau / (1.0 + (a4 * Math.Pow(tau, a5)))));
    }

    /// <summary>Nucl. Instrum. Meth. 94 (1971) 509: backscattered electrons per electron, 50 keV to 22 MeV, Z from 6.</summary>
    public static double Backscattered(double kinetic)
    {
        double tau = kinetic / PhysicalConstants.MassElectron;
        double a1 = 1.15 * Math.Exp(-8.35 * Math.Pow(Z, -0.525));
        double a2 = 0.0185 + (15.7 * Math.Pow(Z, -1.59));
        const double a3 = 1.56 - (4.42 / Z);
        return a1 / (1.0 + (a2 * Math.Pow(tau, a3)));
    }
}
