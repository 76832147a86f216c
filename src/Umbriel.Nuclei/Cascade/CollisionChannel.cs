namespace Umbriel.Nuclei.Cascade;

/// <summary>Cross section, fm², of a channel against the kinetic energy on a nucleon at rest, GeV, and the density, fm⁻³.</summary>
internal delegate double ChannelCrossSection(double kinetic, double density);

/// <summary>One way in which a hadron collides with a nucleon.</summary>
/// <param name="Projectile">The hadron.</param>
/// <param name="Target">The nucleon.</param>
/// <param name="Class">What it counts as.</param>
/// <param name="Out">The hadron after; of production, the projectile's kind.</param>
/// <param name="Left">The nucleon after.</param>
/// <param name="Angles">In the centre of mass; isotropic if null.</param>
/// <param name="CrossSection">Free, but for what the medium does to the interaction itself; Pauli's principle comes on top.</param>
internal sealed record CollisionChannel(
    HadronKind Projectile, Nucleon Target, CascadeChannel Class, HadronKind Out, Nucleon Left, AngularTable? Angles, ChannelCrossSection CrossSection);
