using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Veto;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>stubs</c> section.</summary>
internal sealed class StubKeys : CardTable<StubSettings>
{
    public StubKeys()
    {
        Key("clusterDistance", Between(0.1, 100.0, "cm"), stubs => stubs.Distance, (stubs, value) => stubs with { Distance = value },
            "distance of neighbours in a cluster; single hits are clusters too", example: "2");
        Key("minimumEnergy", Between(0.0, 1000.0, "MeV"), stubs => stubs.LeastEnergyMeV, (stubs, value) => stubs with { LeastEnergyMeV = value },
            "least energy of a cluster, as of a shower: a proton of 10 MeV gives 2", example: "1");
        Key("maximumLength", Between(0.0, 1000.0, "cm"), stubs => stubs.LongestStub, (stubs, value) => stubs with { LongestStub = value },
            "longest stub: the range of a proton of 100 MeV", example: "6");
        Key("distance", Between(0.0, 1e4, "cm"), stubs => stubs.Reach, (stubs, value) => stubs with { Reach = value },
            "hits are looked for up to this distance from the start of the shower in each view", example: "80");
        Key("trunkLink", Between(0.1, 50.0, "cm"), stubs => stubs.TrunkLink, (stubs, value) => stubs with { TrunkLink = value },
            "points of the shower that are farther apart than this are not one trunk", example: "2");
    }
}
