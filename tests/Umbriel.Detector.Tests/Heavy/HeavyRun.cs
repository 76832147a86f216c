using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Runs the heavy transport on one primary; electrons, positrons and photons stay where they were made.</summary>
internal static class HeavyRun
{
    public static readonly Box Huge = new(-1e5, 1e5, -1e5, 1e5, -1e5, 1e5);

    /// <summary>Nuclear reactions off.</summary>
    public static readonly HeavyTransportSettings NoReactions = new()
    {
        PionAbsorptionScale = 0.0,
        PionChargeExchangeScale = 0.0,
        PionInelasticScale = 0.0,
        PionElasticScale = 0.0,
        ProtonElasticScale = 0.0,
        ProtonInelasticScale = 0.0,
        KaonScale = 0.0,
    };

    public static ParticleState AlongZ(ParticleKind kind, double energy) => new() { Kind = kind, Energy = energy, DZ = 1.0 };

    /// <summary>Everything that the heavy transport follows, to the end. Returns the energy left with what it does not follow.</summary>
    public static double Event(HeavyParticleTransport transport, SimulatedEvent simulated, ParticleState primary, ulong index, in Box volume, int generations = int.MaxValue)
    {
        simulated.Clear();
        RandomStream random = new(20240601, RandomStage.Generation, index);
        simulated.Add(primary, -1, CreationProcess.Primary);
        double others = 0.0;
        while (simulated.TryTake(out ParticleState state))
        {
            if (transport.Follows(state.Kind) && generations-- > 0)
            {
                transport.Transport(ref random, state, volume, simulated);
            }
            else
            {
                others += state.Energy;
            }
        }

        return others;
    }
}
