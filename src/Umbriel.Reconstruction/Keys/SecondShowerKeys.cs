using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Veto;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>secondShowers</c> section.</summary>
internal sealed class SecondShowerKeys : CardTable<SecondShowerSettings>
{
    public SecondShowerKeys()
    {
        Key("clusterDistance", Between(0.1, 100.0, "cm"), second => second.Distance, (second, value) => second with { Distance = value },
            "distance of neighbours in a cluster", example: "3");
        Key("minimumNeighbours", Count(1, 1000), second => second.LeastNeighbours, (second, value) => second with { LeastNeighbours = value },
            "hits within that distance of a core, itself included", example: "4");
        Key("minimumEnergy", Between(0.0, 1000.0, "MeV"), second => second.LeastEnergyMeV, (second, value) => second with { LeastEnergyMeV = value },
            "least energy of a cluster", example: "2");
        Key("distance", Between(0.0, 1e4, "cm"), second => second.Reach, (second, value) => second with { Reach = value },
            "hits are looked for up to this distance from the start of the shower in each view", example: "150");
    }
}
