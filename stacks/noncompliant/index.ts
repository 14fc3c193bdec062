import "./region";
import "./firewall";
import "./tiers";
import "./storage";
import "./durability";
import "./object-storage";
import "./flows";
import "./entry";
